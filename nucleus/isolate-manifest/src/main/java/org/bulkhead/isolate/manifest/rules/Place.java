package org.bulkhead.isolate.manifest.rules;

/** Where something stands in source. */
public interface Place {
    /** Returns {@code File.java:LINE}; without the line, or with the class instead of the file, if that is all that is known. */
    @Override
    String toString();
}
