package org.bulkhead.isolate.protocol;

/** What is at a path. */
public enum FileKind {
    /** Bytes. */
    FILE,
    /** Files and further folders. */
    FOLDER
}
