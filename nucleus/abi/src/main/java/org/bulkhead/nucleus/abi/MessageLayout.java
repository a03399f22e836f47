package org.bulkhead.nucleus.abi;

/**
 * A message in memory: 128 bytes, at a multiple of 128; where the nucleus writes one, the memory is the isolate's own (heap, stack, image data), not lent or mapped.
 *
 * <pre>
 *   0 u32 operation (request: chosen by the protocol; reply: 0 or the protocol's error number)
 *   4 u16 payload length, 0..96     6 u8 transfers, 0..4     7 u8 flags
 *   8 u64 reply token, written by the nucleus on receive; 0 for a message that wants no reply
 *  16 u32 badge of the sender's handle   20 u32 generation of the sending isolate
 *  24 u64 deadline of the caller, nanoseconds since boot
 *  32     payload; of a notification: u64 bits
 * </pre>
 * A transfer list is up to 4 entries of 24 bytes: {@code u32 kind (HANDLE, LEASE_READ, LEASE_WRITE), u32 handle, u64 address, u64 length}. Received handles are written
 * to the last 16 bytes of the payload as u32 each, index 0 first; bits 4 to 6 of the flags then say how many there are. A sender cannot set those bits.
 */
public final class MessageLayout {
    public static final int SIZE = 128;
    public static final int OPERATION = 0;
    public static final int LENGTH = 4;
    public static final int TRANSFERS = 6;
    public static final int FLAGS = 7;
    public static final int TOKEN = 8;
    public static final int BADGE = 16;
    public static final int GENERATION = 20;
    public static final int DEADLINE = 24;
    public static final int PAYLOAD = 32;
    public static final int PAYLOAD_SIZE = 96;

    /** Flag: the request may be repeated if its server dies. */
    public static final int FLAG_IDEMPOTENT = 1;
    /** Where the number of received handles begins in the flags. */
    public static final int HANDLES_SHIFT = 4;

    public static final int TRANSFER_LIMIT = 4;
    public static final int TRANSFER_SIZE = 24;
    public static final int TRANSFER_KIND = 0;
    public static final int TRANSFER_HANDLE = 4;
    public static final int TRANSFER_ADDRESS = 8;
    public static final int TRANSFER_LENGTH = 16;
    public static final int KIND_HANDLE = 1;
    /** The callee may read the range. */
    public static final int KIND_LEASE_READ = 2;
    /** The callee may write the range. */
    public static final int KIND_LEASE_WRITE = 3;

    /** Results of receiving. */
    public static final int RECEIVED_MESSAGE = 0;
    public static final int RECEIVED_NOTIFICATION = 1;

    private MessageLayout() {}
}
