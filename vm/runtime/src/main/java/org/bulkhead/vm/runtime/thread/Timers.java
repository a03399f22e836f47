package org.bulkhead.vm.runtime.thread;

import org.bulkhead.vm.magic.NoStackProbe;

/** The threads that wait until some moment: a heap by deadline, and in the order of their coming where deadlines are equal. */
@NoStackProbe
final class Timers {
    /** The {@link VmThread#timerPlace} of a thread that is not here. */
    static final int NONE = -1;
    private static final int INITIAL = 4;

    private VmThread[] heap = new VmThread[INITIAL];
    private int size;
    private long added;

    boolean isEmpty() {
        return size == 0;
    }

    /** Returns the thread with the nearest deadline; there is one. */
    VmThread first() {
        return heap[0];
    }

    /** Makes room for that many threads. May collect; nothing else here does. */
    void reserve(int threads) {
        if (threads > heap.length) {
            VmThread[] larger = new VmThread[2 * threads];
            for (int i = 0; i < size; i++) {
                larger[i] = heap[i];
            }
            heap = larger;
        }
    }

    /** Adds a thread that is not here; there is room. */
    void add(VmThread thread, long deadline) {
        thread.deadline = deadline;
        thread.timerNumber = added++;
        rise(size++, thread);
    }

    /** Removes a thread if it is here. */
    void remove(VmThread thread) {
        int place = thread.timerPlace;
        if (place == NONE) {
            return;
        }
        thread.timerPlace = NONE;
        VmThread last = heap[--size];
        heap[size] = null;
        if (last != thread) {
            sink(place, last);
            if (last.timerPlace == place) {
                rise(place, last);
            }
        }
    }

    private void put(int place, VmThread thread) {
        heap[place] = thread;
        thread.timerPlace = place;
    }

    private void rise(int from, VmThread thread) {
        int place = from;
        while (place > 0 && comesBefore(thread, heap[(place - 1) / 2])) {
            put(place, heap[(place - 1) / 2]);
            place = (place - 1) / 2;
        }
        put(place, thread);
    }

    private void sink(int from, VmThread thread) {
        int place = from;
        while (2 * place + 1 < size) {
            int child = 2 * place + 1;
            if (child + 1 < size && comesBefore(heap[child + 1], heap[child])) {
                child++;
            }
            if (comesBefore(thread, heap[child])) {
                break;
            }
            put(place, heap[child]);
            place = child;
        }
        put(place, thread);
    }

    private static boolean comesBefore(VmThread one, VmThread other) {
        return one.deadline != other.deadline ? one.deadline < other.deadline : one.timerNumber < other.timerNumber;
    }
}
