package org.bulkhead.builder.manifest;

import java.util.Map;

/**
 * What an image is given besides its programs.
 *
 * @param configurations the text that a program gets, by its name; none for those that are not in it
 * @param pace how patient the image is with its drivers
 */
public record ImageSettings(Map<String, String> configurations, Pace pace) {
    /** Programs get no text, and all is as their manifests say. */
    public static final ImageSettings NONE = new ImageSettings(Map.of(), Pace.AS_DECLARED);

    public ImageSettings {
        configurations = Map.copyOf(configurations);
    }
}
