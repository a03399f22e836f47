package org.bulkhead.isolate.protocol;

/**
 * A change of a published name, as it was when it happened.
 *
 * @param sequence number of the change: later ones have higher numbers
 * @param kind what has become of the name
 * @param name the name
 * @param missed how many changes of the same subscription were dropped before this one because nobody took them; 0 if none was. Whoever must know what they were looks the names up
 * @param type of the value; of a name that is deleted, that of its last
 * @param value the value if it has at most {@link #PIECE} bytes, otherwise its beginning; nothing if the name is deleted
 */
public record Change(long sequence, ChangeKind kind, @MaxLength(DataStore.NAME_LIMIT) String name, int missed, ValueType type, @MaxLength(Change.PIECE) byte[] value) {
    /** Most bytes of the value that come along. */
    public static final int PIECE = 24;
}
