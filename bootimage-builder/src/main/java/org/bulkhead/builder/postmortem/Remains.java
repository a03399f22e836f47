package org.bulkhead.builder.postmortem;

import java.util.List;
import java.util.OptionalInt;
import org.bulkhead.servers.postmortem.DeathView;

/**
 * What was found in a source.
 *
 * @param source what it is called
 * @param image number of the image that ran, if the source tells
 * @param deaths by number
 * @param dump what a nucleus that gave up left, or null if the source is no dump
 */
record Remains(String source, OptionalInt image, List<Death> deaths, NucleusDump dump) {
    /** A death and the number by which it is asked for. */
    record Death(long number, DeathView view) {}
}
