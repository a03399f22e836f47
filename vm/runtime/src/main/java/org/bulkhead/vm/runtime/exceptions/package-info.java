/**
 * Exceptions: from a throw or a hardware fault to the handler, and what a stack trace says.
 *
 * <p>Compiled code needs no help to enter a try block. When something is thrown, the {@link org.bulkhead.vm.runtime.exceptions.Unwinder} follows the chain of frame pointers, looks up each
 * return address in the {@link org.bulkhead.vm.runtime.exceptions.CodeTable code table}, and jumps to the first handler that catches the exception's type.
 * {@link org.bulkhead.vm.runtime.exceptions.Faults} turns page faults and division traps into exceptions thrown at the faulting instruction.
 * A stack trace is first only the program counters ({@link org.bulkhead.vm.runtime.exceptions.Backtrace}); names and lines are looked up when someone asks.
 */
package org.bulkhead.vm.runtime.exceptions;
