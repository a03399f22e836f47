package org.bulkhead.isolate.manifest.rules;

import java.util.List;
import java.util.Optional;
import org.bulkhead.isolate.manifest.PortGrant;

/** Ports and interrupt lines that the nucleus keeps for itself, and so grants to nobody. A test of the builder holds them to the nucleus's own. */
public final class KeptByNucleus {
    /** The ranges, each with the name of the device. */
    public static final List<PortGrant> PORTS = List.of(new PortGrant("interrupt controller", 0x20, 2), new PortGrant("timer", 0x40, 4),
        new PortGrant("gate of the timer", 0x61, 1), new PortGrant("second interrupt controller", 0xA0, 2));
    /** The lines of the timer and of the second interrupt controller. */
    public static final List<Integer> LINES = List.of(0, 2);

    private KeptByNucleus() {}

    /** Returns the first range that has ports of {@code wanted}. */
    static Optional<PortGrant> overlapping(PortGrant wanted) {
        return PORTS.stream().filter(each -> SystemCheck.overlap(each, wanted)).findFirst();
    }
}
