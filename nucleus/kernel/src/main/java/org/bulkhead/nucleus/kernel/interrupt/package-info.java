/** What interrupts a thread: device interrupts, which become notifications; the clock's tick; and the thread's own faults, which become pages, Java exceptions or deaths. */
package org.bulkhead.nucleus.kernel.interrupt;
