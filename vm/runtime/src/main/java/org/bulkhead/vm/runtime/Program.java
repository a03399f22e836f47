package org.bulkhead.vm.runtime;

/** The program of a hosted image: the builder replaces the body of {@link #main} by a call of the main method that the user named. */
public final class Program {
    private Program() {}

    /** Runs the program. */
    public static void main(String[] arguments) {
        throw new IllegalStateException("the builder has put no program into this image");
    }
}
