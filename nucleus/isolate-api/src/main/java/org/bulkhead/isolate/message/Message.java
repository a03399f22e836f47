package org.bulkhead.isolate.message;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import org.bulkhead.isolate.call.Handle;
import org.bulkhead.isolate.call.RawBuffer;
import org.bulkhead.isolate.call.RawMemory;
import org.bulkhead.nucleus.abi.MessageLayout;
import org.bulkhead.vm.magic.Address;
import org.bulkhead.vm.magic.Inline;

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
    private static final int FLAGS_SHIFT = (MessageLayout.FLAGS - MessageLayout.LENGTH) * Byte.SIZE;
    private static final int BYTE_MASK = 0xFF;
    private static final int LENGTH_MASK = 0xFFFF;
    private static final int TRANSFERS_SHIFT = (MessageLayout.TRANSFERS - MessageLayout.LENGTH) * Byte.SIZE;
    /** Length and transfers, but not the flags. */
    private static final int CONTENT_MASK = (1 << FLAGS_SHIFT) - 1;
    /** Whatever offset is given, what is accessed there lies in the message's own memory: behind the payload's last byte begins the list of transfers. */
    private static final int OFFSET_MASK = 127;
    /** The upper bits of each byte of a UTF-8 character but its first. */
    private static final int CONTINUATION_MASK = 0xC0;
    private static final int CONTINUATION = 0x80;

    private final RawBuffer memory = RawBuffer.allocate(MessageLayout.SIZE + MessageLayout.TRANSFER_LIMIT * MessageLayout.TRANSFER_SIZE);
    /** The memory, for accesses that need no check: at fixed places, or within the payload's capacity. */
    private final Address start = memory.address(0, memory.length());
    private int position;
    /** Bytes of payload that can be read. */
    private int readable;
    /** Entries of the transfer list that the next sending takes along. */
    private int listed;
    /** Handles that came and that nobody has taken: a bit for each. */
    private int untaken;
    private final int[] arrived = new int[MessageLayout.TRANSFER_LIMIT];

    /**
     * Empties the message and sets its operation; of a reply, 0 or the protocol's error number. Handles that came with the last one stay to be taken until the next arrives.
     *
     * @param operation number of the operation, or of the reply's error
     * @return this message
     */
    @Inline
    public Message begin(int operation) {
        start.storeInt(operation, MessageLayout.OPERATION);
        start.storeInt(0, MessageLayout.LENGTH);
        position = 0;
        listed = 0;
        return this;
    }

    /**
     * Empties the message like {@link #begin(int)}, for a payload of known length, each byte of which is then to be set by one of the {@code set} methods. The nucleus refuses a message with another length.
     *
     * @param operation number of the operation, or of the reply's error
     * @param length bytes of payload, 0 to {@link #CAPACITY}
     * @return this message
     */
    @Inline
    public Message begin(int operation, int length) {
        start.storeInt(operation, MessageLayout.OPERATION);
        // Length, transfers and flags in one.
        start.storeInt(length & LENGTH_MASK, MessageLayout.LENGTH);
        // Never negative, so that whatever is appended is checked right.
        position = length & LENGTH_MASK;
        listed = 0;
        return this;
    }

    /**
     * Marks the request as one that may be repeated if its server dies.
     *
     * @return this message
     */
    @Inline
    public Message idempotent() {
        start.storeByte((byte) (start.loadByte(MessageLayout.FLAGS) | MessageLayout.FLAG_IDEMPOTENT), MessageLayout.FLAGS);
        return this;
    }

    /**
     * Lets the server read {@code length} bytes of {@code buffer} from {@code offset} on, until it replies.
     *
     * @param buffer of which a part is lent
     * @param offset index of the first byte
     * @param length in bytes, from 0 on
     * @return this message
     */
    public Message lendReadable(RawBuffer buffer, int offset, int length) {
        return list(MessageLayout.KIND_LEASE_READ, 0, buffer.address(offset, length), length);
    }

    /**
     * Lets the server write {@code length} bytes of {@code buffer} from {@code offset} on, until it replies.
     *
     * @param buffer of which a part is lent
     * @param offset index of the first byte
     * @param length in bytes, from 0 on
     * @return this message
     */
    public Message lendWritable(RawBuffer buffer, int offset, int length) {
        return list(MessageLayout.KIND_LEASE_WRITE, 0, buffer.address(offset, length), length);
    }

    /**
     * Lets {@code handle} travel with the message: it belongs to the receiver when that has been sent, and stays here if the sending is refused. A message with handles has at most
     * {@link #CAPACITY} - 16 bytes of payload, and cannot be idempotent.
     *
     * @param handle one of this isolate, which may be copied
     * @return this message
     */
    public Message moveHandle(Handle handle) {
        return list(MessageLayout.KIND_HANDLE, handle.number(), Address.zero(), 0);
    }

    private Message list(int kind, int handle, Address start, int length) {
        int count = listed;
        if (count == MessageLayout.TRANSFER_LIMIT) {
            throw new IllegalStateException("a message carries at most " + MessageLayout.TRANSFER_LIMIT + " leases and handles");
        }
        int entry = TRANSFERS + count * MessageLayout.TRANSFER_SIZE;
        memory.putInt(entry + MessageLayout.TRANSFER_KIND, kind);
        memory.putInt(entry + MessageLayout.TRANSFER_HANDLE, handle);
        memory.putLong(entry + MessageLayout.TRANSFER_ADDRESS, start.toLong());
        memory.putLong(entry + MessageLayout.TRANSFER_LENGTH, length);
        listed = count + 1;
        memory.putByte(MessageLayout.TRANSFERS, listed);
        return this;
    }

    @Inline
    private int reserve(int bytes) {
        int at = position;
        if (at + bytes > CAPACITY) {
            full(at + bytes);
        }
        position = at + bytes;
        start.storeShort((short) position, MessageLayout.LENGTH);
        return MessageLayout.PAYLOAD + at;
    }

    private static void full(int bytes) {
        throw new IndexOutOfBoundsException("payload of " + bytes + " bytes, at most " + CAPACITY);
    }

    // The set and At methods are for generated code, which knows all offsets when it is compiled and checks the whole payload at once: an offset that does not fit is an error of the generator, so it is only
    // kept from doing harm, by a mask that costs nothing where the offset is a constant.

    /**
     * Sets a byte of the payload.
     *
     * @param offset of the first byte, 0 to {@link #CAPACITY} - 1
     * @param value what to set, of which the low 8 bits count
     */
    @Inline
    public void setByte(int offset, int value) {
        start.storeByte((byte) value, MessageLayout.PAYLOAD + (offset & OFFSET_MASK));
    }

    /**
     * Sets a byte, 1 or 0 of the payload.
     *
     * @param offset of the first byte, 0 to {@link #CAPACITY} - 1
     * @param value what to set
     */
    public void setBoolean(int offset, boolean value) {
        setByte(offset, value ? 1 : 0);
    }

    /**
     * Sets 16 bits, a short or a char of the payload.
     *
     * @param offset of the first byte, 0 to {@link #CAPACITY} - 2
     * @param value what to set, of which the low 16 bits count
     */
    @Inline
    public void setShort(int offset, int value) {
        start.storeShort((short) value, MessageLayout.PAYLOAD + (offset & OFFSET_MASK));
    }

    /**
     * Sets 32 bits of the payload.
     *
     * @param offset of the first byte, 0 to {@link #CAPACITY} - 4
     * @param value what to set
     */
    @Inline
    public void setInt(int offset, int value) {
        start.storeInt(value, MessageLayout.PAYLOAD + (offset & OFFSET_MASK));
    }

    /**
     * Sets 64 bits of the payload.
     *
     * @param offset of the first byte, 0 to {@link #CAPACITY} - 8
     * @param value what to set
     */
    @Inline
    public void setLong(int offset, long value) {
        start.storeLong(value, MessageLayout.PAYLOAD + (offset & OFFSET_MASK));
    }

    /**
     * Sets the 32 bits of a float of the payload.
     *
     * @param offset of the first byte, 0 to {@link #CAPACITY} - 4
     * @param value what to set
     */
    public void setFloat(int offset, float value) {
        setInt(offset, Float.floatToRawIntBits(value));
    }

    /**
     * Sets the 64 bits of a double of the payload.
     *
     * @param offset of the first byte, 0 to {@link #CAPACITY} - 8
     * @param value what to set
     */
    public void setDouble(int offset, double value) {
        setLong(offset, Double.doubleToRawLongBits(value));
    }

    /**
     * Appends a byte, 1 or 0.
     *
     * @param value what to append
     * @return this message
     */
    public Message putBoolean(boolean value) {
        return putByte(value ? 1 : 0);
    }

    /**
     * Appends the low 8 bits.
     *
     * @param value what to append
     * @return this message
     */
    public Message putByte(int value) {
        memory.putByte(reserve(Byte.BYTES), value);
        return this;
    }

    /**
     * Appends the low 16 bits: a short or a char.
     *
     * @param value what to append
     * @return this message
     */
    public Message putShort(int value) {
        memory.putShort(reserve(Short.BYTES), value);
        return this;
    }

    /**
     * Appends 32 bits.
     *
     * @param value what to append
     * @return this message
     */
    @Inline
    public Message putInt(int value) {
        start.storeInt(value, reserve(Integer.BYTES));
        return this;
    }

    /**
     * Appends 64 bits.
     *
     * @param value what to append
     * @return this message
     */
    @Inline
    public Message putLong(long value) {
        start.storeLong(value, reserve(Long.BYTES));
        return this;
    }

    /**
     * Appends the 32 bits of a float.
     *
     * @param value what to append
     * @return this message
     */
    public Message putFloat(float value) {
        return putInt(Float.floatToRawIntBits(value));
    }

    /**
     * Appends the 64 bits of a double.
     *
     * @param value what to append
     * @return this message
     */
    public Message putDouble(double value) {
        return putLong(Double.doubleToRawLongBits(value));
    }

    /**
     * Appends a text, cut off where the payload ends; null counts as empty. For reasons, of which some is better than none.
     *
     * @param text what to append
     * @return this message
     */
    public Message putText(String text) {
        String cut = text == null ? "" : text;
        int room = CAPACITY - position - 1;
        byte[] bytes = cut.getBytes(StandardCharsets.UTF_8);
        int length = Math.min(bytes.length, room);
        while (length < bytes.length && length > 0 && (bytes[length] & CONTINUATION_MASK) == CONTINUATION) {
            length--;
        }
        return putBytes(bytes, 0, length);
    }

    /**
     * Appends a text behind its length.
     *
     * @param text what to append
     * @param limit most bytes of UTF-8
     * @param following bytes of the payload that others still need
     * @param what names the text for who gets the exception
     * @return this message
     * @throws NullPointerException if it is null
     * @throws IllegalArgumentException if it is too long, or no text: half of a surrogate pair stands alone
     */
    public Message putText(String text, int limit, int following, String what) {
        byte[] bytes = Objects.requireNonNull(text, what).getBytes(StandardCharsets.UTF_8);
        if (bytes.length != text.length() && !text.equals(new String(bytes, StandardCharsets.UTF_8))) {
            throw new IllegalArgumentException(what + ": half of a surrogate pair stands alone");
        }
        return putBytes(bytes, limit, following, what);
    }

    /**
     * Appends bytes behind their length; the parameters and exceptions are those of {@link #putText(String, int, int, String)}.
     *
     * @param bytes what to append
     * @param limit most elements that the protocol allows
     * @param following bytes of the payload that others still need
     * @param what name of the value, for who gets the exception
     * @return this message
     */
    public Message putBytes(byte[] bytes, int limit, int following, String what) {
        Objects.requireNonNull(bytes, what);
        checkLength(bytes.length, Byte.BYTES, limit, following, what);
        return putBytes(bytes, 0, bytes.length);
    }

    /**
     * Appends a byte string of at most {@link #TEXT_LIMIT} bytes.
     *
     * @param from of which a part is appended
     * @param offset index of the first byte
     * @param length in bytes, 0 to {@link #TEXT_LIMIT}
     * @return this message
     */
    public Message putBytes(byte[] from, int offset, int length) {
        int at = reserve(1 + length);
        memory.putByte(at, length);
        memory.put(at + 1, from, offset, length);
        return this;
    }

    /**
     * Appends the length of an array with elements of {@code size} bytes, which follow; the other parameters and exceptions are those of {@link #putText(String, int, int, String)}.
     *
     * @param length number of elements
     * @param size bytes of an element
     * @param limit most elements that the protocol allows
     * @param following bytes of the payload that others still need
     * @param what name of the value, for who gets the exception
     * @return this message
     */
    public Message putLength(int length, int size, int limit, int following, String what) {
        checkLength(length, size, limit, following, what);
        return putByte(length);
    }

    private void checkLength(int length, int size, int limit, int following, String what) {
        int room = Math.min(limit, (CAPACITY - position - 1 - following) / size);
        if (length > room) {
            throw new IllegalArgumentException(what + " has " + length + " elements, at most " + room + " fit here: send less at a time, or lend memory");
        }
    }

    /**
     * Lends the remaining bytes of {@code buffer} until the reply, and appends their number; the buffer stays as it is.
     *
     * @param access what the server may do with it
     * @param buffer over raw memory
     * @param limit most bytes
     * @param what names the buffer for who gets the exception
     * @return this message
     * @throws NullPointerException if it is null
     * @throws IllegalArgumentException if it has more bytes, is read only but lent for writing, or is on the Java heap
     */
    public Message lend(LeaseAccess access, ByteBuffer buffer, int limit, String what) {
        int length = Objects.requireNonNull(buffer, what).remaining();
        if (length > limit) {
            throw new IllegalArgumentException(what + " has " + length + " bytes, at most " + limit + " are lent: call more than once");
        }
        if (access == LeaseAccess.WRITE && buffer.isReadOnly()) {
            throw new IllegalArgumentException(what + " is read only: the server is to write it");
        }
        if (!RawMemory.isRaw(buffer)) {
            throw new IllegalArgumentException(what + " is a buffer on the Java heap, where nothing keeps its place: lend one of RawMemory.allocateBuffer");
        }
        list(access.kind, 0, RawMemory.addressOf(buffer), length);
        return putInt(length);
    }

    /**
     * Reads the number of bytes of a lease, 0 to {@code limit}.
     *
     * @param limit most bytes that the protocol allows
     * @return the number
     */
    public int getLeaseLength(int limit) {
        int length = getInt();
        if (length < 0 || length > limit) {
            throw new MalformedPayloadException("operation " + operation() + " lends " + length + " bytes, 0 to " + limit + " are possible");
        }
        return length;
    }

    /** {@return to the start of the payload, for reading} */
    @Inline
    public Message rewind() {
        position = 0;
        readable = length();
        return this;
    }

    /** A message has come: returns to the start of the payload, and closes the handles that came with the last one and that nobody has taken. */
    @Inline
    Message received() {
        // Length, transfers and flags in one.
        int header = start.loadInt(MessageLayout.LENGTH);
        position = 0;
        readable = Math.min(header & LENGTH_MASK, CAPACITY);
        listed = 0;
        if ((untaken | header >>> FLAGS_SHIFT + MessageLayout.HANDLES_SHIFT) != 0) {
            arrive(header >>> FLAGS_SHIFT + MessageLayout.HANDLES_SHIFT);
        }
        return this;
    }

    private void arrive(int handles) {
        closeUntaken();
        for (int i = 0; i < handles; i++) {
            arrived[i] = memory.intAt(MessageLayout.PAYLOAD + CAPACITY - (arrived.length - i) * Integer.BYTES);
            untaken |= 1 << i;
        }
    }

    /** Closes the handles that were to travel with the message. */
    void closeListed() {
        for (int i = 0; i < listed; i++) {
            int entry = TRANSFERS + i * MessageLayout.TRANSFER_SIZE;
            if (memory.intAt(entry + MessageLayout.TRANSFER_KIND) == MessageLayout.KIND_HANDLE) {
                new Handle(memory.intAt(entry + MessageLayout.TRANSFER_HANDLE)).close();
            }
        }
        listed = 0;
    }

    /** Closes the handles that came and that nobody has taken. */
    void closeUntaken() {
        for (int i = 0; untaken != 0; i++) {
            if ((untaken >> i & 1) != 0) {
                takeHandle(i).close();
            }
        }
    }

    /**
     * Takes handle number {@code index} of those that came with the message; from now on it is the taker's to close. Those that nobody takes are closed with the next message.
     *
     * @param index from 0 on, in the order in which the sender added them
     * @return the handle, of this isolate
     * @throws MalformedPayloadException if no such handle came, or it has been taken
     */
    public Handle takeHandle(int index) {
        if (index < 0 || index >= arrived.length || (untaken >> index & 1) == 0) {
            throw new MalformedPayloadException("operation " + operation() + " has no handle " + index);
        }
        untaken &= ~(1 << index);
        return new Handle(arrived[index]);
    }

    @Inline
    private int take(int bytes) {
        int at = position;
        if (at + bytes > readable) {
            tooShort(at + bytes);
        }
        position = at + bytes;
        return MessageLayout.PAYLOAD + at;
    }

    private void tooShort(int needed) {
        throw new MalformedPayloadException("operation " + operation() + " has " + length() + " bytes of payload, " + needed + " are needed");
    }

    private void tooLong(int known) {
        throw new MalformedPayloadException("operation " + operation() + " has " + length() + " bytes of payload, only " + known + " are known");
    }

    /**
     * Throws {@link MalformedPayloadException} unless the payload has the length expected; then all of it can be read by the {@code At} methods.
     *
     * @param bytes of payload, 0 to {@link #CAPACITY}
     */
    @Inline
    public void expect(int bytes) {
        if (readable != bytes) {
            differs(bytes);
        }
    }

    /**
     * Throws {@link MalformedPayloadException} unless a request came with the payload's length and the number of leases that are expected; then all of the payload can be read by the {@code At} methods.
     *
     * @param bytes of payload, 0 to {@link #CAPACITY}
     * @param leases leases and handles, 0 to 4
     */
    @Inline
    public void expect(int bytes, int leases) {
        if ((start.loadInt(MessageLayout.LENGTH) & CONTENT_MASK) != (bytes | leases << TRANSFERS_SHIFT)) {
            differs(bytes, leases);
        }
    }

    private void differs(int bytes, int leases) {
        if (readable < bytes) {
            tooShort(bytes);
        }
        checkTransfers(leases);
        tooLong(bytes);
    }

    private void differs(int bytes) {
        if (readable < bytes) {
            tooShort(bytes);
        }
        tooLong(bytes);
    }

    private void checkTransfers(int leases) {
        if (transfers() != leases) {
            throw new MalformedPayloadException("operation " + operation() + " came with " + transfers() + " leases and handles instead of " + leases);
        }
    }

    /**
     * {@return the byte at an offset of the payload}
     *
     * @param offset of the first byte, 0 to {@link #CAPACITY} - 1
     */
    @Inline
    public byte byteAt(int offset) {
        return start.loadByte(MessageLayout.PAYLOAD + (offset & OFFSET_MASK));
    }

    /**
     * {@return the 16 bits at an offset of the payload}
     *
     * @param offset of the first byte, 0 to {@link #CAPACITY} - 2
     */
    @Inline
    public short shortAt(int offset) {
        return (short) start.loadChar(MessageLayout.PAYLOAD + (offset & OFFSET_MASK));
    }

    /**
     * {@return the 16 bits, as a char, at an offset of the payload}
     *
     * @param offset of the first byte, 0 to {@link #CAPACITY} - 2
     */
    @Inline
    public char charAt(int offset) {
        return start.loadChar(MessageLayout.PAYLOAD + (offset & OFFSET_MASK));
    }

    /**
     * {@return the 32 bits at an offset of the payload}
     *
     * @param offset of the first byte, 0 to {@link #CAPACITY} - 4
     */
    @Inline
    public int intAt(int offset) {
        return start.loadInt(MessageLayout.PAYLOAD + (offset & OFFSET_MASK));
    }

    /**
     * {@return the 64 bits at an offset of the payload}
     *
     * @param offset of the first byte, 0 to {@link #CAPACITY} - 8
     */
    @Inline
    public long longAt(int offset) {
        return start.loadLong(MessageLayout.PAYLOAD + (offset & OFFSET_MASK));
    }

    /**
     * {@return the float at an offset of the payload}
     *
     * @param offset of the first byte, 0 to {@link #CAPACITY} - 4
     */
    public float floatAt(int offset) {
        return Float.intBitsToFloat(intAt(offset));
    }

    /**
     * {@return the double at an offset of the payload}
     *
     * @param offset of the first byte, 0 to {@link #CAPACITY} - 8
     */
    public double doubleAt(int offset) {
        return Double.longBitsToDouble(longAt(offset));
    }

    /**
     * {@return the boolean at an offset of the payload}
     *
     * @param offset of the byte, 0 to {@link #CAPACITY} - 1
     * @throws MalformedPayloadException if it is neither 1 nor 0
     */
    public boolean booleanAt(int offset) {
        return ordinalAt(offset, 2) == 1;
    }

    /**
     * {@return the ordinal of one of {@code count} constants at an offset of the payload}
     *
     * @param offset of the byte, 0 to {@link #CAPACITY} - 1
     * @param count how many constants there are
     * @throws MalformedPayloadException if it is none of them
     */
    public int ordinalAt(int offset, int count) {
        return checkOrdinal(byteAt(offset) & BYTE_MASK, count);
    }

    /**
     * Reads a byte that is 1 or 0.
     *
     * @return whether it is 1
     */
    public boolean getBoolean() {
        return getOrdinal(2) == 1;
    }

    /**
     * Reads 8 bits.
     *
     * @return the byte, signed
     */
    public byte getByte() {
        return (byte) memory.byteAt(take(Byte.BYTES));
    }

    /**
     * Reads 16 bits.
     *
     * @return the 16 bits, signed
     */
    public short getShort() {
        return (short) memory.shortAt(take(Short.BYTES));
    }

    /**
     * Reads 16 bits as a char.
     *
     * @return the 16 bits
     */
    public char getChar() {
        return (char) memory.shortAt(take(Character.BYTES));
    }

    /**
     * Reads 32 bits.
     *
     * @return the 32 bits
     */
    @Inline
    public int getInt() {
        return start.loadInt(take(Integer.BYTES));
    }

    /**
     * Reads 64 bits.
     *
     * @return the 64 bits
     */
    @Inline
    public long getLong() {
        return start.loadLong(take(Long.BYTES));
    }

    /**
     * Reads 32 bits as a float.
     *
     * @return the float
     */
    public float getFloat() {
        return Float.intBitsToFloat(getInt());
    }

    /**
     * Reads 64 bits as a double.
     *
     * @return the double
     */
    public double getDouble() {
        return Double.longBitsToDouble(getLong());
    }

    /**
     * Reads a byte below {@code count}: the ordinal of one of {@code count} constants.
     *
     * @param count number of constants, up to 256
     * @return the ordinal
     */
    public int getOrdinal(int count) {
        return checkOrdinal(memory.byteAt(take(1)), count);
    }

    private int checkOrdinal(int value, int count) {
        if (value >= count) {
            throw new MalformedPayloadException("operation " + operation() + " has the value " + value + " where only " + count + " exist");
        }
        return value;
    }

    /**
     * Reads a text.
     *
     * @return the text
     */
    public String getText() {
        return getText(TEXT_LIMIT);
    }

    /**
     * Reads a text of at most {@code limit} bytes of UTF-8.
     *
     * @param limit most bytes
     * @return the text
     */
    public String getText(int limit) {
        byte[] bytes = getBytes(limit);
        String text = new String(bytes, StandardCharsets.UTF_8);
        // What is no UTF-8 became a replacement character, which encodes differently.
        if (!isAscii(bytes) && !Arrays.equals(bytes, text.getBytes(StandardCharsets.UTF_8))) {
            throw new MalformedPayloadException("operation " + operation() + " has a text that is not UTF-8");
        }
        return text;
    }

    private static boolean isAscii(byte[] bytes) {
        for (byte each : bytes) {
            if (each < 0) {
                return false;
            }
        }
        return true;
    }

    /**
     * Reads a byte string of at most {@code limit} bytes.
     *
     * @param limit most bytes
     * @return the bytes
     */
    public byte[] getBytes(int limit) {
        int length = getLength(Byte.BYTES, limit);
        byte[] bytes = new byte[length];
        memory.get(take(length), bytes, 0, length);
        return bytes;
    }

    /**
     * Reads a byte string to {@code into} from index 0 on; returns its length.
     *
     * @param into array of as many bytes as the protocol allows
     * @return the length
     */
    public int getBytes(byte[] into) {
        int length = getLength(Byte.BYTES, into.length);
        memory.get(take(length), into, 0, length);
        return length;
    }

    /**
     * Reads the length of an array of at most {@code limit} elements of {@code size} bytes, which follow and are there.
     *
     * @param size bytes of an element
     * @param limit most elements that the protocol allows
     * @return the number of elements
     */
    public int getLength(int size, int limit) {
        int length = memory.byteAt(take(1));
        if (length > limit || position + length * size > length()) {
            throw new MalformedPayloadException("operation " + operation() + " has an array of " + length + " elements of " + size + " bytes, at most " + limit + " in "
                + (length() - position) + " bytes are possible");
        }
        return length;
    }

    /**
     * Throws {@link MalformedPayloadException} unless all of the payload has been read, and {@code leases} leases came with it.
     *
     * @param leases how many
     */
    public void end(int leases) {
        checkTransfers(leases);
        end();
    }

    /** Throws {@link MalformedPayloadException} unless all of the payload has been read. */
    @Inline
    public void end() {
        if (position != readable) {
            tooLong(position);
        }
    }

    /** {@return the operation; of a reply, 0 or the protocol's error number} */
    @Inline
    public int operation() {
        return start.loadInt(MessageLayout.OPERATION);
    }

    /** {@return the number of bytes of payload} */
    public int length() {
        return Math.min(start.loadChar(MessageLayout.LENGTH), CAPACITY);
    }

    /** {@return the number of handles and leases that came or go with it} */
    @Inline
    public int transfers() {
        return start.loadByte(MessageLayout.TRANSFERS) & BYTE_MASK;
    }

    /** {@return the token to reply to, 0 if no reply is wanted} */
    @Inline
    public long token() {
        return start.loadLong(MessageLayout.TOKEN);
    }

    /** {@return the badge of the sender's handle} */
    @Inline
    public int badge() {
        return start.loadInt(MessageLayout.BADGE);
    }

    /** Returns the bits of a received notification. */
    @Inline
    long notificationBits() {
        return start.loadLong(MessageLayout.PAYLOAD);
    }

    @Inline
    Address address() {
        return start;
    }

    @Inline
    Address transferList() {
        return listed == 0 ? Address.zero() : fullList();
    }

    private Address fullList() {
        return memory.address(TRANSFERS, MessageLayout.TRANSFER_LIMIT * MessageLayout.TRANSFER_SIZE);
    }
}
