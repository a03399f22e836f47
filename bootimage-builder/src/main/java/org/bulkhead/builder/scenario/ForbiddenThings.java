package org.bulkhead.builder.scenario;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bulkhead.builder.emulator.EmulatorConfig;
import org.bulkhead.builder.emulator.MachineTime;
import org.bulkhead.builder.manifest.BootSet;

/**
 * An isolate tries everything that is forbidden to it, one deed in each of its lives, while the rest of the system goes on.
 *
 * <p>It passes if every deed ends as it must (by the processor's refusal, and so the isolate's death with that reason; or by the
 * nucleus's refusal of a call) and if the system, in the person of a watching program that reads the disk, comes to the end.
 */
public final class ForbiddenThings implements Scenario {
    private static final String WORD = "intruder";
    private static final String PRIVILEGED = "PRIVILEGED_INSTRUCTION";
    private static final String WILD = "WILD_ACCESS";
    private static final String REFUSED = "REFUSED";
    private static final Map<String, String> EXPECTED = expected();

    private static Map<String, String> expected() {
        Map<String, String> map = new LinkedHashMap<>();
        List.of("FOREIGN_PORT", "DISABLE_INTERRUPTS", "HALT_PROCESSOR", "READ_CONTROL_REGISTER").forEach(deed -> map.put(deed, PRIVILEGED));
        List.of("READ_NUCLEUS", "WRITE_NUCLEUS", "READ_PHYSICAL_MEMORY", "WRITE_PHYSICAL_MEMORY", "READ_FOREIGN_MEMORY", "WRITE_FOREIGN_MEMORY",
                "WRITE_CODE", "EXECUTE_DATA").forEach(deed -> map.put(deed, WILD));
        List.of("FOREIGN_WINDOWS", "FORGED_HANDLES", "STALE_HANDLE", "SUPERVISOR_CALLS", "UNKNOWN_CALLS", "RANDOM_CALLS").forEach(deed -> map.put(deed, REFUSED));
        return map;
    }

    @Override
    public String name() {
        return "forbidden-things";
    }

    @Override
    public String description() {
        return "an isolate tries each forbidden thing; each is refused or kills it, and nobody else notices";
    }

    @Override
    public BootSet bootSet() {
        return BootSet.INTRUDER;
    }

    @Override
    public Verdict run(ScenarioContext context) {
        return judge(context, ScenarioRun.of(EmulatorConfig.of(context.image()).withKind(context.kind()).withTime(MachineTime.INSTRUCTIONS).withTimeout(context.timeout()), context));
    }

    /** Judges what the system printed; on its own for the sake of tests. */
    DeedsReport judge(ScenarioContext context, ScenarioRun run) {
        List<String> problems = new ArrayList<>();
        run.checkEnd(problems);
        return DeedsReport.judge(name(), WORD, EXPECTED, run.lines(), problems, context);
    }
}
