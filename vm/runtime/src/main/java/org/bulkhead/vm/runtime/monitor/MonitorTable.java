package org.bulkhead.vm.runtime.monitor;

import org.bulkhead.vm.magic.Magic;
import org.bulkhead.vm.magic.NoStackProbe;
import org.bulkhead.vm.runtime.memory.Objects;

/** The monitors of those objects that need more than their status word, by identity hash. */
@NoStackProbe
final class MonitorTable {
    private static final int INITIAL = 16;

    private Monitor[] buckets = new Monitor[INITIAL];
    private int size;

    /** Returns the monitor of {@code object}, or null if it has none. Allocates nothing. */
    Monitor find(Object object) {
        int hash = Objects.identityHash(Magic.addressOf(object));
        Monitor each = buckets[hash & buckets.length - 1];
        while (each != null && each.object != object) {
            each = each.next;
        }
        return each;
    }

    /** Makes a monitor for an object that has none. May collect. */
    Monitor add(Object object) {
        if (size == buckets.length) {
            grow();
        }
        Monitor made = new Monitor(object, Objects.identityHash(Magic.addressOf(object)));
        put(made);
        size++;
        return made;
    }

    private void grow() {
        Monitor[] old = buckets;
        buckets = new Monitor[2 * old.length];
        for (int i = 0; i < old.length; i++) {
            Monitor each = old[i];
            while (each != null) {
                Monitor next = each.next;
                put(each);
                each = next;
            }
        }
    }

    private void put(Monitor monitor) {
        int bucket = monitor.hash & buckets.length - 1;
        monitor.next = buckets[bucket];
        buckets[bucket] = monitor;
    }

    /** Removes a monitor that is here. */
    void remove(Monitor monitor) {
        int bucket = monitor.hash & buckets.length - 1;
        if (buckets[bucket] == monitor) {
            buckets[bucket] = monitor.next;
        } else {
            Monitor before = buckets[bucket];
            while (before.next != monitor) {
                before = before.next;
            }
            before.next = monitor.next;
        }
        monitor.next = null;
        size--;
    }
}
