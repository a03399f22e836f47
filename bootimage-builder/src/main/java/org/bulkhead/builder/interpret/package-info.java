/**
 * The build-time interpreter: runs class initialisers of the image's classes over the image heap.
 *
 * <p>{@link org.bulkhead.builder.interpret.Interpreter} executes bytecode exactly as the image would, with the target's field offsets and array layout, so what an initialiser leaves behind can be
 * written into the image as it is. {@link org.bulkhead.builder.interpret.BuildTimeClasses} decides which initialisers run while building. An initialiser that wants what does not exist yet (a thread, a
 * clock, a device) is stopped by a {@link org.bulkhead.builder.interpret.BuildTimeRefusal}, and its class is initialised at run time.
 *
 * <p>How it works: {@code Decoder} turns a method once into an array of {@code Instruction}s; {@code Execution} runs these in one loop over one array of 64-bit slots, where long and double take two (the
 * value in the first), int and float are the low 32 bits, and references are build addresses. Constant-pool references are resolved at their first execution by {@code Resolver} and then kept in the instruction.
 * Native methods, and methods whose bodies make sense only on the target, are implemented in Java in {@code org.bulkhead.builder.interpret.natives}.
 */
package org.bulkhead.builder.interpret;
