package org.bulkhead.isolate.protocol;

/** What a published value is. */
public enum ValueType {
    /** A number of 64 bits. */
    LONG,
    /** A text. */
    STRING,
    /** Bytes that mean something to those who agree on it. */
    BYTES
}
