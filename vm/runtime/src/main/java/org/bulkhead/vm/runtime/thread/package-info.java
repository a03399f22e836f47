/**
 * Java threads, run one after the other by the one thread that the platform gives.
 *
 * <p>{@link org.bulkhead.vm.runtime.thread.Scheduler} decides who runs: round robin, and who waits waits for {@link org.bulkhead.vm.runtime.thread.Scheduler#ready} or its deadline. Compiled code
 * polls in its loops, so that nobody runs for ever. All threads run on the same stack: who does not run has its part saved elsewhere ({@link org.bulkhead.vm.runtime.thread.SavedStacks}).
 * {@link org.bulkhead.vm.runtime.thread.Threads} ties this to {@code java.lang.Thread}.
 *
 * <p>Code of the VM does not poll, so between two calls that may block it has everything to itself: nothing here needs a lock or an atomic instruction.
 */
package org.bulkhead.vm.runtime.thread;
