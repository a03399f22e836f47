package org.bulkhead.vm.runtime.thread;

import org.bulkhead.vm.magic.NoStackProbe;
import org.bulkhead.vm.runtime.layout.StatusWord;

/** The living threads by number. A number that has become free is given away again, the lowest first. */
@NoStackProbe
final class ThreadTable {
    private static final int INITIAL = 4;
    /** Numbers must fit a status word, and 0 is nobody. */
    private static final int END = 1 << Integer.SIZE - StatusWord.OWNER_SHIFT;

    private VmThread[] threads = new VmThread[INITIAL];
    /** No lower number is free. */
    private int lowestFree = 1;

    /** Gives the thread a number; returns false if none is left. May collect. */
    boolean add(VmThread thread) {
        int number = lowestFree;
        while (number < threads.length && threads[number] != null) {
            number++;
        }
        if (number == threads.length) {
            if (number == END) {
                return false;
            }
            VmThread[] larger = new VmThread[2 * number];
            for (int i = 0; i < number; i++) {
                larger[i] = threads[i];
            }
            threads = larger;
        }
        threads[number] = thread;
        lowestFree = number + 1;
        thread.number(number);
        return true;
    }

    /** Takes the thread's place away; its number stays with it until somebody else gets it. */
    void remove(VmThread thread) {
        int number = thread.number();
        threads[number] = null;
        if (number < lowestFree) {
            lowestFree = number;
        }
    }

    /** Returns the thread with that number, or null. */
    VmThread get(int number) {
        return threads[number];
    }

    /** Returns one more than the highest number that a thread may have now. */
    int end() {
        return threads.length;
    }
}
