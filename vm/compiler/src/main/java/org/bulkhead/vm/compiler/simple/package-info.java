/**
 * The simple compiler: one pass over the bytecode, obviously correct before fast.
 *
 * <p>Locals live in frame slots, and so does, at every point where paths meet, each element of the operand stack: element n of the stack has a
 * slot of its own, its <em>home</em>. In between, {@link org.bulkhead.vm.compiler.simple.OperandStack} delays the work: a pushed constant or local costs nothing
 * until an instruction uses it, results stay in registers, and a register remembers which local it equals. Every local is written to its slot
 * at once, so an exception handler, the collector and the unwinder always find it there; no register survives a call.
 *
 * <p>Rare paths (slow type checks, index errors, class initialisation) are {@linkplain org.bulkhead.vm.compiler.simple.Stubs stubs} behind the method's code.
 */
package org.bulkhead.vm.compiler.simple;
