package org.bulkhead.isolate.protocol;

/** What has become of a published name. */
public enum ChangeKind {
    /** It is new. */
    PUBLISHED,
    /** It has another value. */
    CHANGED,
    /** Its owner has taken it back. */
    DELETED
}
