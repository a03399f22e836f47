/**
 * The types of locals and operands, followed through the code (JVMS 4.10).
 *
 * <p>{@link org.bulkhead.vm.verifier.types.InstructionRules} says what one instruction wants and leaves. Two walks use it: {@link org.bulkhead.vm.verifier.types.TypeChecker} goes once through the code and believes no stack map that the code
 * does not bear out; {@link org.bulkhead.vm.verifier.types.TypeInference} finds the types of class files that are too old to have stack maps, by repeating until nothing changes.
 */
package org.bulkhead.vm.verifier.types;
