package org.bulkhead.isolate;

import org.bulkhead.isolate.call.Nucleus;

/** A handle that the supervisor may take away and give back: in the same place of this isolate's table, but under the number of the place's next generation. Whoever uses it asks for the number each time. */
final class GrantedHandle {
    private int number;

    /** Makes the one that the isolate was started with in the place {@code index} of its table. */
    GrantedHandle(int index) {
        number = index;
    }

    /** Returns the number by which the nucleus knows it. */
    int number() {
        return number;
    }

    /** Finds out the number that it has now. */
    void refresh() {
        number = Nucleus.latest(number);
    }
}
