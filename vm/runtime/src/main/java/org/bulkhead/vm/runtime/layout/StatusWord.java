package org.bulkhead.vm.runtime.layout;

/**
 * The bits of an object's status word.
 *
 * <pre>
 *   31        16    15      14        8 7   4 3      2     1   0
 *  | lock owner | inflated | recursion |  0  | mark | -  | hash  |
 * </pre>
 * Lock owner 0 means unlocked; the recursion count is the number of times the owner has entered beyond the first. Inflated means that the runtime has a record of those who wait for the
 * lock, and of further entries.
 * Hash states: an object whose identity hash was asked for is {@link #HASHED}, its hash being its address shifted right by three; when the collector then
 * moves it, it grows by {@link #HASH_BYTES} at its end, which hold that hash, and becomes {@link #HASH_STORED}. The builder writes
 * image objects that were hashed while building as {@link #HASH_STORED}.
 */
public final class StatusWord {
    /** Bits that hold the hash state. */
    public static final int HASH_MASK = 3;
    /** The identity hash was never asked for. */
    public static final int UNHASHED = 0;
    /** The identity hash is the object's address shifted right by three. */
    public static final int HASHED = 1;
    /** The identity hash is stored in the last {@link #HASH_BYTES} bytes of the object (as 32 bits, at the object's size without them). */
    public static final int HASH_STORED = 2;
    /** Bytes by which a hashed object grows when it is moved. */
    public static final int HASH_BYTES = 8;
    /** Set by collectors that mark. */
    public static final int MARK = 8;
    /** Added for each further entry by the lock's owner. */
    public static final int RECURSION_ONE = 1 << 8;
    /** Bits that hold the recursion count. */
    public static final int RECURSION_MASK = 0x7F << 8;
    /** There is a record beside the object. */
    public static final int INFLATED = 1 << 15;
    /** Left shift of the lock owner's thread number, 1 to 65,535. */
    public static final int OWNER_SHIFT = 16;

    private StatusWord() {}
}
