/**
 * Page frames and address spaces.
 *
 * <p>{@link org.bulkhead.nucleus.kernel.memory.PageFrames} owns physical memory, frame by frame. The first
 * {@link org.bulkhead.nucleus.kernel.memory.AddressSpace} maps what all have alike: the image and the window on physical memory. A module's begins as that and adds pages; an isolate's begins as either and adds what
 * is private to it, page by page when it is first touched: heap, stack, and the pages of the image and the module that it has written. The nucleus reads and writes an isolate's memory only by way of {@link org.bulkhead.nucleus.kernel.memory.AddressSpace#resolve}, never through the
 * isolate's own addresses, so it cannot fault on them.
 */
package org.bulkhead.nucleus.kernel.memory;
