/**
 * What is on the operand stack and in the locals before each instruction: references, or which kind of number.
 *
 * <p>The collector must find every reference in a frame and must not take a number for one. Bytecode does not say which is which where two
 * paths meet, so a data-flow analysis finds out. It only distinguishes {@link org.bulkhead.vm.compiler.analysis.Kind kinds}, not classes: all the compiler needs.
 */
package org.bulkhead.vm.compiler.analysis;
