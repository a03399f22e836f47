/** Records, sealed types and enums with what the library adds to them. */
package org.bulkhead.programs.lang.records;
