package org.bulkhead.servers.scenario;

import java.util.function.LongSupplier;
import org.bulkhead.isolate.call.IsolateInfo;
import org.bulkhead.isolate.call.Log;
import org.bulkhead.isolate.call.MemoryInfo;
import org.bulkhead.isolate.call.QueueInfo;
import org.bulkhead.isolate.protocol.ComponentInfo;
import org.bulkhead.isolate.protocol.Supervision;

/** Reports in marked lines what there is in the machine. */
final class Inventory {
    private final Supervision supervision;
    private final LongSupplier ticks;

    Inventory(Supervision supervision, LongSupplier ticks) {
        this.supervision = supervision;
        this.ticks = ticks;
    }

    /** Prints {@code @inventory at=… ticks=… isolates=… queues=… frames=…}: how many are in use. */
    void print(String moment) {
        int isolates = 0;
        int place = 0;
        for (IsolateInfo each = supervision.isolate(place); each != null; each = supervision.isolate(++place)) {
            isolates += each.state() == IsolateInfo.State.FREE ? 0 : 1;
        }
        int queues = 0;
        place = 0;
        for (QueueInfo each = supervision.queue(place); each != null; each = supervision.queue(++place)) {
            queues += each.capacity() == 0 ? 0 : 1;
        }
        MemoryInfo memory = supervision.memory();
        Log.line("@inventory at=" + moment + " ticks=" + ticks.getAsLong() + " isolates=" + isolates + " queues=" + queues + " frames=" + (memory.frames() - memory.freeFrames()));
    }

    /** Prints {@code @component name=… state=… incarnation=… pages=…} for each program of the image. */
    void printComponents() {
        int index = 0;
        for (ComponentInfo each = supervision.component(index); each != null; each = supervision.component(++index)) {
            Log.line("@component name=" + each.name() + " state=" + each.state().name() + " incarnation=" + each.incarnation() + " pages=" + pages(each.name()));
        }
    }

    private int pages(String name) {
        int place = 0;
        for (IsolateInfo each = supervision.isolate(place); each != null; each = supervision.isolate(++place)) {
            if (each.state() != IsolateInfo.State.FREE && each.name().equals(name)) {
                return each.pages();
            }
        }
        return 0;
    }

    /** Prints {@code @sample ticks=… SERVICE=… SERVICE=…}: how many messages have arrived in each service's queue so far. */
    void printSample() {
        StringBuilder line = new StringBuilder("@sample ticks=").append(ticks.getAsLong());
        int place = 0;
        for (QueueInfo each = supervision.queue(place); each != null; each = supervision.queue(++place)) {
            String service = each.capacity() == 0 ? null : supervision.service(place);
            if (service != null) {
                line.append(' ').append(service).append('=').append(each.messages());
            }
        }
        Log.line(line.toString());
    }
}
