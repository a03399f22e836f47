/**
 * From a method's bytecode to relocatable x86-64 machine code.
 *
 * <p>A {@link org.bulkhead.vm.compiler.Compiler} turns one {@link org.bulkhead.vm.compiler.model.VmMethod} into a
 * {@link org.bulkhead.vm.compiler.CompiledMethod}: code, what must be patched into it ({@link org.bulkhead.vm.compiler.Relocation}), and the tables the
 * runtime needs. It decides nothing about where things lie, so the same code serves the image, hosted programs and the running system.
 * What a method needs to be in the image follows from its compiled form: there is no second opinion about reachability.
 *
 * <p><b>Calling convention.</b> Integer, reference and unboxed arguments in rdi, rsi, rdx, rcx, r8, r9, floating-point ones in xmm0 to xmm7, counted separately, the receiver first; the others
 * on the stack, the first of them at [rsp] at the call, 8 bytes each. Result in rax or xmm0. Int-like values are sign-extended or not: only the low 32 bits count; references are zero-extended.
 * rbp and rsp are preserved, r15 counts polls down, everything else is scratch. rbp chains the frames; the outermost return address is 0.
 */
package org.bulkhead.vm.compiler;
