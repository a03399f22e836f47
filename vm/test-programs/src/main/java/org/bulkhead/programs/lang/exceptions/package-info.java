/** Exceptions with their messages, causes, suppressed exceptions and traces, and resources closed by {@code try}. */
package org.bulkhead.programs.lang.exceptions;
