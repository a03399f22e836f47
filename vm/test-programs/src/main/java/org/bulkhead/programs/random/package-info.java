/**
 * Programs made from a seed: valid, terminating Java with a checksum, for comparing a compiler with HotSpot.
 *
 * <p>{@link org.bulkhead.programs.random.RandomProgram} lays out the class; expressions and
 * statements come from a writer each. A made program ends because every loop round and every
 * method entry burns fuel, of which there is a fixed amount, and because methods only call methods
 * after them. It may throw at any point: division by zero, bad indices, null objects and failed casts
 * are caught, by handlers in the program and at the latest in its {@code main}.
 */
package org.bulkhead.programs.random;
