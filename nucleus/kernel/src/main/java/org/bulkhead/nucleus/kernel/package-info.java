/**
 * The nucleus: what runs in ring 0. {@link org.bulkhead.nucleus.kernel.Entry} is where the entry code calls in, {@link org.bulkhead.nucleus.kernel.Kernel} holds all parts.
 *
 * <p><b>Objects</b>, each in a pool of fixed size that is made while the image is built: {@link org.bulkhead.nucleus.kernel.Isolate},
 * {@link org.bulkhead.nucleus.kernel.KernelThread}, {@link org.bulkhead.nucleus.kernel.MessageQueue} with its {@link org.bulkhead.nucleus.kernel.MessageSlot}s,
 * {@link org.bulkhead.nucleus.kernel.Connection}, {@link org.bulkhead.nucleus.kernel.InterruptLine}, {@link org.bulkhead.nucleus.kernel.Timer}. Isolates name them by handles
 * ({@link org.bulkhead.nucleus.kernel.HandleTable}): the object, and the generation that it had then. An object that ends raises its generation, and every handle to it is stale from that moment on,
 * wherever it is; nobody has to search for them. The objects keep their own invariants; what concerns several of them at once lives in the other classes.
 *
 * <p><b>Scheduling</b>: who runs, and when something happens: ready lists by priority with time slices, processor budgets per period, and the list of timers. The nucleus runs with interrupts off,
 * on one stack, from entry to exit; nothing in it waits. Whatever makes another thread ready only notes that, and {@link org.bulkhead.nucleus.kernel.Scheduler#dispatch} decides once, on the way
 * out, which thread the entry code continues with.
 *
 * <p><b>Messages</b>: sending, receiving, replying, and what ends a wait in any other way. A request lives in a slot of its queue until it is replied to, so the queue is the record of what was in
 * flight when its server dies. Every operation validates everything first and commits after a visible point of no return; a refused one has changed nothing.
 *
 * <p><b>Death</b>: how an isolate ends: one bounded procedure in a fixed order ({@link org.bulkhead.nucleus.kernel.Deaths}), and the ring of records that it leaves behind
 * ({@link org.bulkhead.nucleus.kernel.DeathRing}). The supervisor, the first isolate, is the one that the nucleus itself makes and restarts ({@link org.bulkhead.nucleus.kernel.FirstIsolate}).
 *
 * <p><b>Interrupts</b>: what interrupts a thread: device interrupts, which become notifications; the clock's tick; and the thread's own faults, which become pages, Java exceptions or deaths.
 *
 * <p><b>System calls</b>: one method each, whose description begins with who may make it and names what it refuses. {@link org.bulkhead.nucleus.kernel.SystemCalls} is the table of them. Such a
 * method returns the call's result (0 or more), the result of an {@link org.bulkhead.nucleus.abi.ErrorCode}, or {@link org.bulkhead.nucleus.kernel.SystemCalls#PENDING} when the thread waits now.
 * Arguments come as they stood in the registers and are trusted in nothing.
 */
package org.bulkhead.nucleus.kernel;
