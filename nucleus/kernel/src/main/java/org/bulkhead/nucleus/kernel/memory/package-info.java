/**
 * Page frames and address spaces.
 *
 * <p>{@link org.bulkhead.nucleus.kernel.memory.PageFrames} owns physical memory, frame by frame. {@link org.bulkhead.nucleus.kernel.memory.SharedTables} maps what every address space has alike:
 * the image and the window on physical memory. An {@link org.bulkhead.nucleus.kernel.memory.AddressSpace} adds what is private to one isolate, page by page when it is first touched: heap, stack,
 * and the image pages that it has written. The nucleus reads and writes an isolate's memory only by way of {@link org.bulkhead.nucleus.kernel.memory.AddressSpace#resolve}, never through the
 * isolate's own addresses, so it cannot fault on them.
 */
package org.bulkhead.nucleus.kernel.memory;
