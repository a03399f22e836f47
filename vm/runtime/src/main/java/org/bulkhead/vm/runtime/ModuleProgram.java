package org.bulkhead.vm.runtime;

/** What a module runs. Its linker makes a class for each module that implements some of the methods, and leaves the only instance in {@link ImageInfo#module}. */
public interface ModuleProgram {
    /** Runs the module as an isolate, as {@link Program#start} does a program of the image. */
    default void start(int program, int incarnation, long argument) {
        throw new IllegalStateException("this module is no isolate's program");
    }

    /** Runs the module as a hosted program. */
    default void main(String[] arguments) {
        throw new IllegalStateException("this module has no main method");
    }

    /** Returns a client of a protocol that the image does not know, for the service behind {@code queue}, a queue of the isolate API; null if the module does not know the protocol either. */
    default Object client(Class<?> protocol, Object queue) {
        return null;
    }

    /** Returns what {@link #client} of the isolate's module returns; null without a module. */
    static Object moduleClient(Class<?> protocol, Object queue) {
        return ImageInfo.module == null ? null : ImageInfo.module.client(protocol, queue);
    }
}
