package org.bulkhead.builder.interpret;

/** A method implemented by the interpreter instead of by bytecode. */
@FunctionalInterface
public interface NativeMethod {
    /**
     * Runs the method.
     *
     * @param interpreter the interpreter that calls
     * @param slots the interpreter's slots; the arguments lie from {@code first} on, receiver first, long and double in two slots (the value in the first)
     * @param first index of the first argument's slot
     * @return the result as a slot; anything for void
     */
    long call(Interpreter interpreter, long[] slots, int first);
}
