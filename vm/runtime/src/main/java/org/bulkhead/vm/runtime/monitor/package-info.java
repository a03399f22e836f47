/**
 * Monitors: {@code synchronized}, {@code wait} and {@code notify}.
 *
 * <p>A lock lives in its object's status word ({@link org.bulkhead.vm.runtime.layout.StatusWord}): the number of the thread that owns it and how often it has entered beyond the first time.
 * A program has one thread so far, so a lock is never waited for; the owner is recorded and checked all the same, so that more threads need a queue here and nothing elsewhere.
 */
package org.bulkhead.vm.runtime.monitor;
