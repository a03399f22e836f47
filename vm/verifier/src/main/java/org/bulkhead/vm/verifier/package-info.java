/**
 * Decides whether a class file may be compiled: all of the format checking and type checking that the JVM specification asks of class files up to Java 17 (JVMS 17, chapter 4), before anything else of the system looks at them.
 *
 * <p>{@link org.bulkhead.vm.verifier.Verifier} is the entrance. {@code format} reads bytes and distrusts each of them; {@code code} knows instructions; {@code types} follows the types of locals and operands. Nothing here
 * loads, initialises or runs what it looks at, and nothing depends on anything but {@code java.lang} and {@code java.util}: it runs in the system as on the host.
 *
 * <p>A class file is refused with the class, the method and the offset in it ({@link org.bulkhead.vm.verifier.VerificationProblem}); no other exception leaves, whatever the bytes are.
 */
package org.bulkhead.vm.verifier;
