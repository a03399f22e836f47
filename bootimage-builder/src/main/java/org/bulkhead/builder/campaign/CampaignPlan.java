package org.bulkhead.builder.campaign;

import java.util.ArrayList;
import java.util.List;

/**
 * All faults of a campaign; they follow from these numbers alone. Faults of the same driver share a machine, {@link #faultsPerBoot} at a time: a boot.
 *
 * @param seed from which everything follows
 * @param faults how many there are
 * @param drivers names of the drivers, in turn one for each boot
 * @param classes that the faults are of
 * @param faultsPerBoot faults that share a machine
 */
public record CampaignPlan(long seed, long faults, List<String> drivers, List<FaultClass> classes, int faultsPerBoot) {
    /** Faults that share a machine. */
    public static final int FAULTS_PER_BOOT = 500;

    private static final long GOLDEN = 0x9E37_79B9_7F4A_7C15L;

    public CampaignPlan {
        drivers = List.copyOf(drivers);
        classes = List.copyOf(classes);
    }

    /** Returns the number of boots. */
    public long boots() {
        return (faults + faultsPerBoot - 1) / faultsPerBoot;
    }

    /** Returns the driver whose faults a boot has. */
    String driverOf(long boot) {
        return drivers.get((int) (boot % drivers.size()));
    }

    /** Returns the faults of a boot, in order. */
    List<Fault> faultsOf(long boot) {
        List<Fault> found = new ArrayList<>();
        for (long id = boot * faultsPerBoot; id < Math.min(faults, (boot + 1) * faultsPerBoot); id++) {
            // Every class as often as any other, in each boot.
            found.add(new Fault(id, driverOf(boot), classes.get((int) (id % classes.size())), mix(seed * GOLDEN + id)));
        }
        return found;
    }

    /** The finalizer of MurmurHash3: seeds of neighbours have nothing in common. */
    private static long mix(long value) {
        long mixed = (value ^ value >>> 33) * 0xFF51_AFD7_ED55_8CCDL;
        mixed = (mixed ^ mixed >>> 33) * 0xC4CE_B9FE_1A85_EC53L;
        return mixed ^ mixed >>> 33;
    }
}
