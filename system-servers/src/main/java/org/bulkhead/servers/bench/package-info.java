/** Measures what the nucleus's operations cost, in ticks of the time-stamp counter; in Bochs that is instructions. */
package org.bulkhead.servers.bench;
