package org.bulkhead.vm.runtime;

/** Runs a program of a system image to its end. */
public final class IsolateProgram {
    private static final String TOO_BROKEN = "an exception that could not be described";

    private IsolateProgram() {}

    /** Runs the isolate's module or, without one, the image's program number {@code program}; returns the exception that it did not catch, or null. */
    public static Throwable run(int program, int incarnation, long argument) {
        try {
            if (ImageInfo.module == null) {
                Program.start(program, incarnation, argument);
            } else {
                ImageInfo.module.start(program, incarnation, argument);
            }
            return null;
        } catch (Throwable uncaught) {
            return uncaught;
        }
    }

    /** Prints the stack trace to the standard error stream and returns the exception in one line. Whatever goes wrong meanwhile is the exception's fault. */
    public static String describe(Throwable uncaught) {
        String line = TOO_BROKEN;
        try {
            line = uncaught.toString();
            // A deep stack may need more heap than there is; the line is what counts.
            uncaught.printStackTrace();
        } catch (Throwable another) {
            return line;
        }
        return line;
    }
}
