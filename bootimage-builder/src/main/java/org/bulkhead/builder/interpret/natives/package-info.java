/**
 * Methods that the interpreter implements itself: the native methods that class initialisers of {@code java.base} need, and methods whose bodies make sense only on the target.
 *
 * <p>{@link org.bulkhead.builder.interpret.natives.NativeTable} finds them by class, name and descriptor; an entry takes precedence over the method's bytecode. Each other class of the package adds the entries of one area. A
 * native method without an entry is refused by name when it is called, and its caller's class is then initialised at run time.
 */
package org.bulkhead.builder.interpret.natives;
