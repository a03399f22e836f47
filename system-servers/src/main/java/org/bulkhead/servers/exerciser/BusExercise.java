package org.bulkhead.servers.exerciser;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bulkhead.isolate.protocol.PciBus;
import org.bulkhead.isolate.protocol.PciFunction;

/** Lists the PCI bus and who drives what, which must be what it was the first time. */
final class BusExercise extends Exercise {
    /** Far more than there are: an enumeration that does not end is wrong as well. */
    private static final int LIMIT = 64;

    private record Entry(PciFunction function, int driver) {
        boolean isAs(Entry other) {
            PciFunction mine = function;
            PciFunction its = other.function;
            return driver == other.driver && mine.address() == its.address() && mine.vendor() == its.vendor() && mine.device() == its.device() && mine.classCode() == its.classCode()
                && mine.interruptLine() == its.interruptLine() && Arrays.equals(mine.bars(), its.bars()) && Arrays.equals(mine.sizes(), its.sizes());
        }
    }

    private final PciBus bus;
    private List<Entry> first;

    BusExercise(String device, PciBus bus, Complaints complaints) {
        super(device, complaints);
        this.bus = bus;
    }

    @Override
    void round(long round) {
        ask(this::list);
    }

    private String list() {
        List<Entry> now = new ArrayList<>();
        for (PciFunction each = bus.function(0); each != null && now.size() < LIMIT; each = bus.function(now.size())) {
            now.add(new Entry(each, bus.driver(now.size())));
        }
        if (first == null) {
            first = now;
        }
        if (now.size() != first.size()) {
            return "FUNCTIONS";
        }
        for (int i = 0; i < now.size(); i++) {
            if (!now.get(i).isAs(first.get(i))) {
                return "FUNCTION_" + i;
            }
        }
        return null;
    }
}
