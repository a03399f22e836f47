/** What more than one driver keeps its data in, for its clients and for its successor. */
package org.bulkhead.drivers.buffer;
