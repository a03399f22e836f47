/** Streams, primitive and of objects, collectors, and {@code Optional}. */
package org.bulkhead.programs.util.streams;
