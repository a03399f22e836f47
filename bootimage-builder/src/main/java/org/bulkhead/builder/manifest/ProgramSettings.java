package org.bulkhead.builder.manifest;

import java.util.List;

/**
 * What whoever builds an image gives to a program besides what its manifest says.
 *
 * @param text that it gets with its grants
 * @param complaints further components that it may complain about
 */
public record ProgramSettings(String text, List<String> complaints) {
    /** The settings of a program that gets nothing. */
    public static final ProgramSettings NONE = new ProgramSettings("", List.of());
}
