/** Tests of drivers, servers and programs on HotSpot: {@link org.bulkhead.isolate.testkit.IsolateTestkit} is the way in. */
package org.bulkhead.isolate.testkit;
