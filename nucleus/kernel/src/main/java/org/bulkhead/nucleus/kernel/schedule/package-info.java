/**
 * Who runs, and when something happens: ready lists by priority with time slices, processor budgets per period, and the list of timers.
 *
 * <p>The nucleus runs with interrupts off, on one stack, from entry to exit; nothing in it waits. Whatever makes another thread ready only notes that, and
 * {@link org.bulkhead.nucleus.kernel.schedule.Scheduler#dispatch} decides once, on the way out, which thread the entry code continues with.
 */
package org.bulkhead.nucleus.kernel.schedule;
