/**
 * What the author of a driver, server or program writes against.
 *
 * <p>An isolate is an ordinary class that implements {@link org.bulkhead.isolate.Isolate}; its annotations (package {@code manifest}) say what it needs, and its constructor
 * gets exactly that as {@link org.bulkhead.isolate.Grants}: {@linkplain org.bulkhead.isolate.PortRange ports}, {@linkplain org.bulkhead.isolate.InterruptLine interrupts}, and
 * the queues of other services. It never names a physical address, another isolate, or anything that its manifest does not.
 *
 * <p>An isolate has one thread, and everything here is for that thread: nothing is synchronized, and nothing is called back at the same time as the program's own code. A method waits only if its
 * description says so. A constructor, {@code run}, a request and a notification may all use everything; what a request must not do is wait for long, for that delays the others in the queue and
 * counts against {@link org.bulkhead.isolate.manifest.Limits#request}.
 *
 * <p>Times are {@code long} nanoseconds: deadlines since boot, timeouts from now. Sizes are bytes, numbers and indices begin at 0, unless it says otherwise.
 */
package org.bulkhead.isolate;
