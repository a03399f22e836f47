package org.bulkhead.isolate.testkit.machine;

import java.util.ArrayList;
import java.util.List;
import org.bulkhead.isolate.PortAccess;

/** Which model of a device answers at which I/O ports. */
final class PortMap {
    private record Entry(int first, int count, PortAccess device) {
        boolean has(int port) {
            return port >= first && port < first + count;
        }
    }

    private final List<Entry> entries = new ArrayList<>();

    /** Lets {@code device} answer at {@code count} ports from {@code first} on. Throws IllegalArgumentException if another one does. */
    void add(int first, int count, PortAccess device) {
        for (Entry each : entries) {
            if (each.first < first + count && first < each.first + each.count) {
                throw new IllegalArgumentException(String.format("ports 0x%x to 0x%x are those of %s already", each.first, each.first + each.count - 1, each.device));
            }
        }
        entries.add(new Entry(first, count, device));
    }

    /** Returns the device at a port. Throws AssertionError if there is none. */
    PortAccess at(int port) {
        for (Entry each : entries) {
            if (each.has(port)) {
                return each.device;
            }
        }
        throw new AssertionError(String.format("there is no device at port 0x%x: attach a model or a script to the testkit", port));
    }
}
