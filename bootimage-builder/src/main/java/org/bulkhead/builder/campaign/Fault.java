package org.bulkhead.builder.campaign;

import java.util.SplittableRandom;

/**
 * A fault to be put into a driver: which, and by which random numbers all further choices are made.
 *
 * @param id its number in the campaign, from 0 on
 * @param driver name of the driver
 * @param kind its class
 * @param seed of its random numbers
 */
record Fault(long id, String driver, FaultClass kind, long seed) {
    /** Returns the random numbers that decide about it, from their beginning. */
    SplittableRandom random() {
        return new SplittableRandom(seed);
    }
}
