package org.bulkhead.isolate.message;

import org.bulkhead.isolate.call.RawBuffer;
import org.bulkhead.nucleus.abi.MessageLayout;
import org.bulkhead.vm.magic.Address;

/**
 * A message and the list of what travels with it, in raw memory; reused for request and reply.
 *
 * <p>Written from {@link #begin} on with the {@code put} methods, read from {@link #rewind} on with the {@code get} methods, in the same order. A {@code get} beyond the
 * payload's length throws {@link MalformedPayloadException}; a {@code put} beyond its capacity throws {@link IndexOutOfBoundsException}.
 */
public final class Message {
    /** Bytes of payload. */
    public static final int CAPACITY = MessageLayout.PAYLOAD_SIZE;
    /** Longest text or byte string, which shares the payload with its length byte. */
    public static final int TEXT_LIMIT = CAPACITY - 1;

    private static final int TRANSFERS = MessageLayout.SIZE;

    private final RawBuffer memory = RawBuffer.allocate(MessageLayout.SIZE + MessageLayout.TRANSFER_LIMIT * MessageLayout.TRANSFER_SIZE);
    private int position;

    /** Empties the message and sets its operation; of a reply, 0 or the protocol's error number. */
    public Message begin(int operation) {
        memory.putInt(MessageLayout.OPERATION, operation);
        memory.putInt(MessageLayout.LENGTH, 0);
        position = 0;
        return this;
    }

    /** Marks the request as one that may be repeated if its server dies. */
    public Message idempotent() {
        memory.putByte(MessageLayout.FLAGS, memory.byteAt(MessageLayout.FLAGS) | MessageLayout.FLAG_IDEMPOTENT);
        return this;
    }

    /** Lets the server read {@code length} bytes of {@code buffer} from {@code offset} on, until it replies. */
    public Message lendReadable(RawBuffer buffer, int offset, int length) {
        return lend(MessageLayout.KIND_LEASE_READ, buffer.address(offset, length), length);
    }

    /** Lets the server write {@code length} bytes of {@code buffer} from {@code offset} on, until it replies. */
    public Message lendWritable(RawBuffer buffer, int offset, int length) {
        return lend(MessageLayout.KIND_LEASE_WRITE, buffer.address(offset, length), length);
    }

    private Message lend(int kind, Address start, int length) {
        int count = memory.byteAt(MessageLayout.TRANSFERS);
        if (count == MessageLayout.TRANSFER_LIMIT) {
            throw new IllegalStateException("a message carries at most " + MessageLayout.TRANSFER_LIMIT + " leases and handles");
        }
        int entry = TRANSFERS + count * MessageLayout.TRANSFER_SIZE;
        memory.putInt(entry + MessageLayout.TRANSFER_KIND, kind);
        memory.putInt(entry + MessageLayout.TRANSFER_HANDLE, 0);
        memory.putLong(entry + MessageLayout.TRANSFER_ADDRESS, start.toLong());
        memory.putLong(entry + MessageLayout.TRANSFER_LENGTH, length);
        memory.putByte(MessageLayout.TRANSFERS, count + 1);
        return this;
    }

    private int reserve(int bytes) {
        int at = position;
        if (at + bytes > CAPACITY) {
            throw new IndexOutOfBoundsException("payload of " + (at + bytes) + " bytes, at most " + CAPACITY);
        }
        position = at + bytes;
        memory.putShort(MessageLayout.LENGTH, position);
        return MessageLayout.PAYLOAD + at;
    }

    /** Appends 32 bits. */
    public Message putInt(int value) {
        memory.putInt(reserve(Integer.BYTES), value);
        return this;
    }

    /** Appends 64 bits. */
    public Message putLong(long value) {
        memory.putLong(reserve(Long.BYTES), value);
        return this;
    }

    /** Appends a Latin-1 text of at most {@link #TEXT_LIMIT} characters, cut off where the payload ends. */
    public Message putText(String text) {
        int length = Math.min(text.length(), CAPACITY - position - 1);
        int at = reserve(1 + length);
        memory.putByte(at, length);
        memory.putText(at + 1, text, length);
        return this;
    }

    /** Appends a byte string of at most {@link #TEXT_LIMIT} bytes. */
    public Message putBytes(byte[] from, int offset, int length) {
        int at = reserve(1 + length);
        memory.putByte(at, length);
        memory.put(at + 1, from, offset, length);
        return this;
    }

    /** Returns to the start of the payload, for reading. */
    public Message rewind() {
        position = 0;
        return this;
    }

    private int take(int bytes) {
        int at = position;
        if (at + bytes > length()) {
            throw new MalformedPayloadException("operation " + operation() + " has " + length() + " bytes of payload, " + (at + bytes) + " are needed");
        }
        position = at + bytes;
        return MessageLayout.PAYLOAD + at;
    }

    /** Reads 32 bits. */
    public int getInt() {
        return memory.intAt(take(Integer.BYTES));
    }

    /** Reads 64 bits. */
    public long getLong() {
        return memory.longAt(take(Long.BYTES));
    }

    /** Reads a Latin-1 text. */
    public String getText() {
        int length = memory.byteAt(take(1));
        return memory.text(take(length), length);
    }

    /** Reads a byte string to {@code into} from index 0 on; returns its length. */
    public int getBytes(byte[] into) {
        int length = memory.byteAt(take(1));
        if (length > into.length) {
            throw new MalformedPayloadException("byte string of " + length + " bytes, at most " + into.length);
        }
        memory.get(take(length), into, 0, length);
        return length;
    }

    /** Throws {@link MalformedPayloadException} unless all of the payload has been read. */
    public void end() {
        if (position != length()) {
            throw new MalformedPayloadException("operation " + operation() + " has " + length() + " bytes of payload, only " + position + " are known");
        }
    }

    /** Returns the operation; of a reply, 0 or the protocol's error number. */
    public int operation() {
        return memory.intAt(MessageLayout.OPERATION);
    }

    /** Returns the number of bytes of payload. */
    public int length() {
        return Math.min(memory.shortAt(MessageLayout.LENGTH), CAPACITY);
    }

    /** Returns the number of handles and leases that came or go with it. */
    public int transfers() {
        return memory.byteAt(MessageLayout.TRANSFERS);
    }

    /** Returns the token to reply to, 0 if no reply is wanted. */
    public long token() {
        return memory.longAt(MessageLayout.TOKEN);
    }

    /** Returns the badge of the sender's handle. */
    public int badge() {
        return memory.intAt(MessageLayout.BADGE);
    }

    /** Returns the bits of a received notification. */
    long notificationBits() {
        return memory.longAt(MessageLayout.PAYLOAD);
    }

    Address address() {
        return memory.address(0, MessageLayout.SIZE);
    }

    Address transferList() {
        return transfers() == 0 ? Address.zero() : memory.address(TRANSFERS, MessageLayout.TRANSFER_LIMIT * MessageLayout.TRANSFER_SIZE);
    }
}
