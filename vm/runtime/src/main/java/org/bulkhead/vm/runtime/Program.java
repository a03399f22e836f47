package org.bulkhead.vm.runtime;

/** Where the runtime meets the programs of an image; the builder replaces the bodies. */
public final class Program {
    private Program() {}

    /** Runs program number {@code program} of a system image, which is in life number {@code incarnation} and was given {@code argument}. */
    public static void start(int program, int incarnation, long argument) {
        throw new IllegalStateException("the builder has put no programs into this image");
    }

    /** Runs the program of a hosted image: the main method that the user named. */
    public static void main(String[] arguments) {
        throw new IllegalStateException("the builder has put no program into this image");
    }
}
