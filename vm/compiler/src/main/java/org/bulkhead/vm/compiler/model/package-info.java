/**
 * Types, methods and fields as the VM sees them: class files parsed by ASM, linked by the rules of JVMS chapter 5, and laid out for the target.
 *
 * <p>{@link org.bulkhead.vm.compiler.model.TypeSystem} is the root: it loads classes on demand from a
 * {@link org.bulkhead.vm.compiler.model.ClassSource}, runs the {@link org.bulkhead.vm.compiler.model.ClassTransform}s over each (substitutions, compiled call sites) and
 * hands out exactly one {@link org.bulkhead.vm.compiler.model.VmType} per type. Compiler, build-time interpreter and builder all work on this model.
 */
package org.bulkhead.vm.compiler.model;
