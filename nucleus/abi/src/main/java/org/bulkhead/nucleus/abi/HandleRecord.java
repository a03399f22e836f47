package org.bulkhead.nucleus.abi;

/**
 * What the nucleus tells of a handle ({@link SystemCall#HANDLE_INFO}): 64 bits for each field, in this order.
 *
 * <pre>
 * KIND {@link HandleKind} ordinal   RIGHTS {@link Rights}   OBJECT its place in its pool (CONNECTION: that of its queue)   STALE 1 = the object is gone
 * A, B CONNECTION credits, credits in use; NOTIFICATION mask; INTERRUPT line, bit; PORTS first, count; DEVICE_WINDOW, DMA and KEPT_MEMORY address in the isolate (0 = not mapped), bytes; else 0   NUMBER by which its isolate names it
 * </pre>
 */
public enum HandleRecord {
    KIND, RIGHTS, OBJECT, STALE, A, B, NUMBER
}
