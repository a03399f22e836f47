package org.bulkhead.vm.runtime;

/** What a module runs. Its linker makes a class for each module that implements one of the methods, and leaves the only instance in {@link ImageInfo#module}. */
public interface ModuleProgram {
    /** Runs the module as an isolate, as {@link Program#start} does a program of the image. */
    default void start(int program, int incarnation, long argument) {
        throw new IllegalStateException("this module is no isolate's program");
    }

    /** Runs the module as a hosted program. */
    default void main(String[] arguments) {
        throw new IllegalStateException("this module has no main method");
    }
}
