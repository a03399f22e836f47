/** Dates, times, zones, and how they are written and read. */
package org.bulkhead.programs.util.time;
