/**
 * What the author of a driver, server or program writes against.
 *
 * <p>An isolate is an ordinary class that implements {@link org.bulkhead.isolate.Isolate}; its annotations (package {@code manifest}) say what it needs, and its constructor
 * gets exactly that as {@link org.bulkhead.isolate.Grants}: {@linkplain org.bulkhead.isolate.PortRange ports}, {@linkplain org.bulkhead.isolate.InterruptLine interrupts}, and
 * the queues of other services. It never names a physical address, another isolate, or anything that its manifest does not.
 */
package org.bulkhead.isolate;
