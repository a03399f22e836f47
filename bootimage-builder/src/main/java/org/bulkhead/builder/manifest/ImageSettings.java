package org.bulkhead.builder.manifest;

import java.util.Map;

/**
 * What an image is given besides its programs.
 *
 * @param programs what programs get, by their names; nothing for those that are not in it
 * @param pace how patient the image is with its drivers
 */
public record ImageSettings(Map<String, ProgramSettings> programs, Pace pace) {
    /** Programs get nothing, and all is as their manifests say. */
    public static final ImageSettings NONE = new ImageSettings(Map.of(), Pace.AS_DECLARED);

    public ImageSettings {
        programs = Map.copyOf(programs);
    }

    /** Returns what a program gets. */
    ProgramSettings of(String program) {
        return programs.getOrDefault(program, ProgramSettings.NONE);
    }
}
