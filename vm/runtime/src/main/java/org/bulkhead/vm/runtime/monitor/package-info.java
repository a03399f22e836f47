/**
 * Monitors: {@code synchronized}, {@code wait} and {@code notify}; and the permits of {@code LockSupport}.
 *
 * <p>A lock lives in its object's status word ({@link org.bulkhead.vm.runtime.layout.StatusWord}): the number of the thread that owns it and how often it has entered beyond the first time.
 * Only while a thread waits for a monitor, or is in it more often than the word can count, there is a {@code Monitor} beside the object.
 */
package org.bulkhead.vm.runtime.monitor;
