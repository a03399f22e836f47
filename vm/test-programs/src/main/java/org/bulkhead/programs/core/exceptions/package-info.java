/** Exceptions: those the VM raises, those programs throw, handlers, {@code finally}, and unwinding through frames. */
package org.bulkhead.programs.core.exceptions;
