/** What more than one driver keeps its data in. */
package org.bulkhead.drivers.buffer;
