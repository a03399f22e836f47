package org.bulkhead.builder.driver;

import java.util.List;

/**
 * What {@link DriverCheck} found out about some isolates.
 *
 * @param isolates the isolates and their limits
 * @param rights the rights of their manifests, and those that their code asks for besides
 * @param cost what the image is with and without them
 * @param classes classes of the JDK that only they bring into the image, largest first
 * @param errors what an image would be refused for, each with file and line
 * @param warnings what is there for nothing, or could not be checked, each with file and line
 */
public record DriverReport(List<Isolate> isolates, List<RightUse> rights, Cost cost, List<JdkClass> classes, List<String> errors, List<String> warnings) {
    /**
     * One isolate.
     *
     * @param heapBytes the limit of its heap
     * @param methods methods that it reaches from its constructor and its run method, those of the VM included
     */
    public record Isolate(String name, String className, int heapBytes, int methods) {}

    /** What is known of a right. */
    public enum State {
        /** The manifest gives it and code asks for it. */
        USED,
        /** The manifest gives it and nothing asks for it. */
        UNUSED,
        /** The manifest gives it, and whether code asks for it cannot be told. */
        UNKNOWN,
        /** Code asks for it and the manifest does not give it. */
        MISSING
    }

    /**
     * A right.
     *
     * @param stated where the manifest states it; empty if it does not
     * @param asked where code asks for it
     */
    public record RightUse(String isolate, String right, State state, String stated, List<String> asked) {}

    /** What the image is with and without the isolates. */
    public record Cost(Size with, Size without) {}

    /** Bytes of the kernel image, and methods and classes with code or objects in it. */
    public record Size(long imageBytes, int methods, int classes) {}

    /**
     * A class of the JDK.
     *
     * @param because the innermost thing outside the JDK that led to it, or the outermost known
     */
    public record JdkClass(String name, int codeBytes, int objectBytes, String because) {}
}
