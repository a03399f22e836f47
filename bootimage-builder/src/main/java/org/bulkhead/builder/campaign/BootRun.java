package org.bulkhead.builder.campaign;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;

/** Injects the faults of a boot, one after the other. May be used by several threads, each for other boots. */
final class BootRun {
    /** The supervisor remembers a hundred deaths of a component, and then gives it up. */
    private static final int DEATHS_PER_MACHINE = 80;

    private final CampaignImage image;
    private final CampaignPlan plan;
    private final Injector injector;
    private final Map<String, List<Instruction>> visits = new ConcurrentHashMap<>();

    BootRun(CampaignImage image, CampaignPlan plan) {
        this.image = image;
        this.plan = plan;
        this.injector = new Injector(image);
    }

    /**
     * Injects the faults of a boot, up to and with number {@code last}, and returns what became of them.
     *
     * @param listener is told of each, with what the system wrote
     */
    List<FaultResult> run(long boot, long last, BiConsumer<FaultResult, String> listener) {
        String driver = plan.driverOf(boot);
        DriverCode code = image.drivers().get(driver);
        List<Instruction> visited = visits.computeIfAbsent(driver, name -> Visits.of(image, name));
        List<FaultResult> results = new ArrayList<>();
        CampaignMachine system = null;
        int machine = -1;
        int deaths = 0;
        try {
            for (Fault fault : plan.faultsOf(boot)) {
                if (fault.id() > last) {
                    break;
                }
                if (system == null) {
                    system = CampaignMachine.boot(image, driver);
                    machine++;
                }
                FaultWindow window = new FaultWindow(system, injector, fault, code, visited);
                FaultResult result = window.run(boot, machine);
                results.add(result);
                listener.accept(result, window.log());
                deaths += result.deaths().size();
                if (result.outcome().endsBoot() || deaths > DEATHS_PER_MACHINE) {
                    system.close();
                    system = null;
                    deaths = 0;
                }
            }
        } finally {
            if (system != null) {
                system.close();
            }
        }
        return results;
    }
}
