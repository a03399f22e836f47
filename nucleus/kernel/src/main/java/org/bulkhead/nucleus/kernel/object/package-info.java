/**
 * The kernel objects, each in a pool of fixed size that is made while the image is built: {@link org.bulkhead.nucleus.kernel.object.Isolate},
 * {@link org.bulkhead.nucleus.kernel.object.KernelThread}, {@link org.bulkhead.nucleus.kernel.object.MessageQueue} with its {@link org.bulkhead.nucleus.kernel.object.MessageSlot}s,
 * {@link org.bulkhead.nucleus.kernel.object.Connection}, {@link org.bulkhead.nucleus.kernel.object.InterruptLine}, {@link org.bulkhead.nucleus.kernel.object.Timer}.
 *
 * <p>Isolates name them by handles ({@link org.bulkhead.nucleus.kernel.object.HandleTable}): an index into the pool, and the generation that the object had then. An object that ends raises its
 * generation, and every handle to it is stale from that moment on, wherever it is; nobody has to search for them.
 *
 * <p>The classes here keep their own invariants; what concerns several objects at once lives in the packages {@code message}, {@code schedule} and {@code death}.
 */
package org.bulkhead.nucleus.kernel.object;
