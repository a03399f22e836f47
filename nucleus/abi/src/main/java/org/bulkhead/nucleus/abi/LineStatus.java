package org.bulkhead.nucleus.abi;

/**
 * What the nucleus tells of an interrupt line ({@link SystemCall#INSPECT_LINE}): 64 bits for each field, in this order.
 *
 * <pre>
 * OWNER place in the pool of isolates, -1 = none   BIT of its notifications   MASKED 1 = masked   COUNT interrupts since boot
 * </pre>
 */
public enum LineStatus {
    OWNER, BIT, MASKED, COUNT
}
