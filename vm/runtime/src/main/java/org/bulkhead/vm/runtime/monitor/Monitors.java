package org.bulkhead.vm.runtime.monitor;

import org.bulkhead.vm.magic.Address;
import org.bulkhead.vm.magic.Magic;
import org.bulkhead.vm.magic.NoStackProbe;
import org.bulkhead.vm.runtime.layout.ObjectLayout;
import org.bulkhead.vm.runtime.layout.StatusWord;
import org.bulkhead.vm.runtime.platform.PlatformHolder;

/** Enters, leaves and waits on monitors. Without stack probes, because a monitor must also be left after a stack overflow. */
@NoStackProbe
public final class Monitors {
    /** The number of the only thread. */
    private static final int CURRENT_THREAD = 1;
    private static final int OWNER_MASK = -1 << StatusWord.OWNER_SHIFT;
    private static final int OWNED = CURRENT_THREAD << StatusWord.OWNER_SHIFT;
    /** Entries that move from a status word to the overflow table at once when the word's count is full. */
    private static final int MOVED_ENTRIES = 128;
    private static final long NANOS_PER_MILLI = 1_000_000;

    /** Objects whose count of entries does not fit the status word, and how many of {@link #MOVED_ENTRIES} each has beyond it. */
    private static Object[] crowded = new Object[4];
    private static int[] crowdedCount = new int[4];
    private static int crowdedObjects;

    private Monitors() {}

    /** Enters the monitor of {@code object}. */
    public static void enter(Object object) {
        Address status = Magic.addressOf(object).plus(ObjectLayout.STATUS);
        int value = status.loadInt();
        if ((value & OWNER_MASK) == 0) {
            status.storeInt(value | OWNED);
        } else if ((value & StatusWord.RECURSION_MASK) != StatusWord.RECURSION_MASK) {
            status.storeInt(value + StatusWord.RECURSION_ONE);
        } else {
            moveOut(object);
            status = Magic.addressOf(object).plus(ObjectLayout.STATUS);
            status.storeInt(status.loadInt() - (MOVED_ENTRIES - 1) * StatusWord.RECURSION_ONE);
        }
    }

    /**
     * Leaves the monitor of {@code object}.
     *
     * @throws IllegalMonitorStateException if the current thread is not in it
     */
    public static void exit(Object object) {
        Address status = Magic.addressOf(object).plus(ObjectLayout.STATUS);
        int value = status.loadInt();
        if ((value & OWNER_MASK) != OWNED) {
            throw notOwner();
        }
        if ((value & StatusWord.RECURSION_MASK) != 0) {
            status.storeInt(value - StatusWord.RECURSION_ONE);
        } else if (crowdedObjects != 0 && moveBack(object)) {
            status.storeInt(value + (MOVED_ENTRIES - 1) * StatusWord.RECURSION_ONE);
        } else {
            status.storeInt(value & ~OWNER_MASK);
        }
    }

    private static int find(Object object) {
        for (int i = 0; i < crowdedObjects; i++) {
            if (crowded[i] == object) {
                return i;
            }
        }
        return -1;
    }

    private static void moveOut(Object object) {
        int at = find(object);
        if (at < 0) {
            if (crowdedObjects == crowded.length) {
                Object[] objects = new Object[crowdedObjects * 2];
                int[] counts = new int[crowdedObjects * 2];
                for (int i = 0; i < crowdedObjects; i++) {
                    objects[i] = crowded[i];
                    counts[i] = crowdedCount[i];
                }
                crowded = objects;
                crowdedCount = counts;
            }
            at = crowdedObjects;
            crowded[at] = object;
            crowdedCount[at] = 0;
            crowdedObjects++;
        }
        crowdedCount[at]++;
    }

    private static boolean moveBack(Object object) {
        int at = find(object);
        if (at < 0) {
            return false;
        }
        crowdedCount[at]--;
        if (crowdedCount[at] == 0) {
            crowdedObjects--;
            crowded[at] = crowded[crowdedObjects];
            crowdedCount[at] = crowdedCount[crowdedObjects];
            crowded[crowdedObjects] = null;
        }
        return true;
    }

    /** Returns whether the current thread is in the monitor of {@code object}. */
    public static boolean holds(Object object) {
        return (Magic.addressOf(object).loadInt(ObjectLayout.STATUS) & OWNER_MASK) == OWNED;
    }

    /**
     * Waits to be notified, or until {@code millis} milliseconds have passed; as there is no other thread to notify, that is a sleep.
     *
     * @param millis 0 would be for ever
     * @throws IllegalMonitorStateException if the current thread is not in the monitor
     * @throws UnsupportedOperationException if {@code millis} is 0: the wait could never end
     */
    public static void await(Object object, long millis) {
        if (millis < 0) {
            throw new IllegalArgumentException("timeout value is negative");
        }
        if (!holds(object)) {
            throw notOwner();
        }
        if (millis == 0) {
            throw new UnsupportedOperationException("Object.wait without a timeout never ends: the program has no other thread");
        }
        PlatformHolder.platform().sleep(millis * NANOS_PER_MILLI);
    }

    /**
     * Wakes the threads that wait on {@code object}: none, as there is no other thread.
     *
     * @throws IllegalMonitorStateException if the current thread is not in the monitor
     */
    public static void signal(Object object) {
        if (!holds(object)) {
            throw notOwner();
        }
    }

    private static IllegalMonitorStateException notOwner() {
        return new IllegalMonitorStateException("current thread is not owner");
    }
}
