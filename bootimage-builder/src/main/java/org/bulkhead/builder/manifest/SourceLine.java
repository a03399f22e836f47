package org.bulkhead.builder.manifest;

import org.bulkhead.isolate.manifest.rules.Place;

/**
 * A place as a class file tells it.
 *
 * @param file name of the source file, or of the class if the class file does not say
 * @param line line in the file, or 0 if it is not known
 */
record SourceLine(String file, int line) implements Place {
    @Override
    public String toString() {
        return line == 0 ? file : file + ":" + line;
    }
}
