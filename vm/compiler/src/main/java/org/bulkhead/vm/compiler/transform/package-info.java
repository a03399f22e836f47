/**
 * Changes to classes between parsing and linking, so that compiler and build-time interpreter see plain Java only.
 *
 * <ol>
 * <li>{@link org.bulkhead.vm.compiler.transform.SubstitutionTransform} merges the substitutions of {@code java.base} into the classes they are for.
 * <li>{@link org.bulkhead.vm.compiler.transform.CallSiteTransform} turns each {@code invokedynamic} into ordinary code: a lambda or method reference into a class, a string concatenation
 *     or a method of a record into a static method of the same class.
 * <li>{@link org.bulkhead.vm.compiler.transform.VarHandleTransform} turns each use of a {@code VarHandle} that a static final field holds, and each atomic field updater, into field accesses
 *     and calls of {@code Unsafe}.
 * </ol>
 *
 * <p>Each changed instruction is replaced by one call or field access with the same operands and result, so that no other instruction, frame or exception range of the method changes.
 * What cannot be compiled (an unknown bootstrap method, a method handle) becomes a call that throws an error naming it: only a program that gets there sees it.
 * {@link org.bulkhead.vm.compiler.transform.Transforms} puts them together.
 */
package org.bulkhead.vm.compiler.transform;
