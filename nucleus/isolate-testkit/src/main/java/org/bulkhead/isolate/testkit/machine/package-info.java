/**
 * The machine below the testkit: the real nucleus on simulated memory, hardware and time, with HotSpot's threads in the place of compiled code. What a driver's test needs of it is in
 * {@link org.bulkhead.isolate.testkit.IsolateTestkit}.
 */
package org.bulkhead.isolate.testkit.machine;
