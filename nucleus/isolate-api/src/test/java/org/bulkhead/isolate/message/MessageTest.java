package org.bulkhead.isolate.message;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.bulkhead.isolate.call.RawBuffer;
import org.bulkhead.isolate.call.Simulation;
import org.bulkhead.nucleus.abi.MessageLayout;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class MessageTest {
    private Message message;

    @BeforeEach
    void start() {
        Simulation.start((number, a, b, c, d, e) -> {
            throw new AssertionError("no system call is needed");
        });
        message = new Message();
    }

    @Test
    void whatIsPutIsGotInOrder() {
        byte[] bytes = {1, -2, 3};
        message.begin(7).putInt(-5).putLong(Long.MIN_VALUE).putText("caf\u00e9").putBytes(bytes, 0, 3);
        assertEquals(7, message.operation());
        assertEquals(4 + 8 + 6 + 4, message.length());
        message.rewind();
        assertEquals(-5, message.getInt());
        assertEquals(Long.MIN_VALUE, message.getLong());
        assertEquals("caf\u00e9", message.getText());
        byte[] got = new byte[3];
        assertEquals(3, message.getBytes(got));
        assertArrayEquals(bytes, got);
        message.end();
    }

    @Test
    void layoutIsTheNucleuss() {
        message.begin(0x01020304).idempotent().putInt(0x11121314);
        assertEquals(0x01020304, message.address().loadInt(MessageLayout.OPERATION));
        assertEquals(4, message.address().loadChar(MessageLayout.LENGTH));
        assertEquals(MessageLayout.FLAG_IDEMPOTENT, message.address().loadByte(MessageLayout.FLAGS));
        assertEquals(0x11121314, message.address().loadInt(MessageLayout.PAYLOAD));
        assertEquals(0, message.address().toLong() % 8);
    }

    @Test
    void payloadThatIsTooShortOrTooLongDoesNotDecode() {
        message.begin(1).putInt(1).rewind();
        assertThrows(MalformedPayloadException.class, message::getLong);
        message.rewind();
        message.getInt();
        assertThrows(MalformedPayloadException.class, message::getInt);
        message.begin(1).putInt(1).putInt(2).rewind();
        message.getInt();
        assertThrows(MalformedPayloadException.class, message::end);
        message.begin(1).putInt(0xFF).rewind();
        assertThrows(MalformedPayloadException.class, message::getText);
    }

    @Test
    void whatIsSetAtOffsetsIsWhatIsPutInOrder() {
        message.begin(7, 31).idempotent();
        message.setLong(0, Long.MIN_VALUE + 3);
        message.setInt(8, -5);
        message.setShort(12, -6);
        message.setShort(14, 0xFEDC);
        message.setByte(16, -7);
        message.setBoolean(17, true);
        message.setFloat(18, 1.5f);
        message.setDouble(22, -2.25);
        message.setByte(30, 2);
        assertEquals(7, message.operation());
        assertEquals(31, message.length());
        assertEquals(MessageLayout.FLAG_IDEMPOTENT, message.address().loadByte(MessageLayout.FLAGS));
        message.rewind();
        message.expect(31);
        message.expect(31, 0);
        assertEquals(Long.MIN_VALUE + 3, message.longAt(0));
        assertEquals(-5, message.intAt(8));
        assertEquals(-6, message.shortAt(12));
        assertEquals(0xFEDC, message.charAt(14));
        assertEquals(-7, message.byteAt(16));
        assertTrue(message.booleanAt(17));
        assertEquals(1.5f, message.floatAt(18));
        assertEquals(-2.25, message.doubleAt(22));
        assertEquals(2, message.ordinalAt(30, 3));
        assertThrows(MalformedPayloadException.class, () -> message.ordinalAt(30, 2));
        assertThrows(MalformedPayloadException.class, () -> message.booleanAt(30));
        assertEquals(Long.MIN_VALUE + 3, message.getLong());
        assertEquals(-5, message.getInt());
        assertEquals(-6, message.getShort());
        assertEquals(0xFEDC, message.getChar());
        assertEquals(-7, message.getByte());
        assertTrue(message.getBoolean());
        assertEquals(1.5f, message.getFloat());
        assertEquals(-2.25, message.getDouble());
        assertEquals(2, message.getOrdinal(3));
        message.end(0);
    }

    @Test
    void aPayloadOfAnotherLengthIsNotTheOneExpected() {
        message.begin(1, 8).rewind();
        assertRefuses("has 8 bytes of payload, 9 are needed", () -> message.expect(9));
        assertRefuses("has 8 bytes of payload, 9 are needed", () -> message.expect(9, 0));
        assertRefuses("has 8 bytes of payload, only 7 are known", () -> message.expect(7));
        assertRefuses("has 8 bytes of payload, only 7 are known", () -> message.expect(7, 0));
        assertRefuses("came with 0 leases and handles instead of 1", () -> message.expect(8, 1));
        message.lendReadable(RawBuffer.allocate(1), 0, 1);
        assertRefuses("came with 1 leases and handles instead of 0", () -> message.expect(8, 0));
        message.expect(8, 1);
        // What the nucleus never writes: a length beyond the payload.
        message.address().storeShort((short) 0xFFFF, MessageLayout.LENGTH);
        message.rewind();
        assertRefuses("only 8 are known", () -> message.expect(8, 1));
    }

    private static void assertRefuses(String why, Executable check) {
        String message = assertThrows(MalformedPayloadException.class, check).getMessage();
        assertTrue(message.contains(why), message);
    }

    @Test
    void noOffsetReachesBeyondTheMessage() {
        int[] offsets = {-1, Integer.MIN_VALUE, Integer.MAX_VALUE, Message.CAPACITY, 127, 128, 1 << 20};
        RawBuffer before = RawBuffer.allocate(MessageLayout.SIZE);
        Message between = new Message();
        RawBuffer after = RawBuffer.allocate(MessageLayout.SIZE);
        for (int offset : offsets) {
            between.begin(1);
            between.setLong(offset, -1);
            between.longAt(offset);
            assertEquals(1, between.operation(), "offset " + offset);
            assertEquals(0, between.length(), "offset " + offset);
            for (int i = 0; i < MessageLayout.SIZE; i += Long.BYTES) {
                assertEquals(0, before.longAt(i) | after.longAt(i), "offset " + offset);
            }
        }
    }

    @Test
    void nothingIsAppendedBehindALengthThatIsNone() {
        for (int length : new int[] {Message.CAPACITY - 7, Message.CAPACITY + 1, Integer.MAX_VALUE, -1, -100}) {
            message.begin(1, length);
            assertThrows(IndexOutOfBoundsException.class, () -> message.putLong(0), "length " + length);
        }
    }

    @Test
    void byteStringsThatDoNotFitAreMalformed() {
        message.begin(1).putBytes(new byte[20], 0, 20).rewind();
        assertThrows(MalformedPayloadException.class, () -> message.getBytes(new byte[19]));
    }

    @Test
    void payloadIsBoundedAndTextIsCutOff() {
        message.begin(1).putLong(0).putText("x".repeat(200)).rewind();
        assertEquals(Message.CAPACITY, message.length());
        message.getLong();
        assertEquals("x".repeat(Message.CAPACITY - 9), message.getText());
        assertThrows(IndexOutOfBoundsException.class, () -> message.putInt(0));
    }

    @Test
    void leasesAreListedBehindTheMessage() {
        RawBuffer buffer = RawBuffer.allocate(100);
        message.begin(1);
        assertEquals(0, message.transferList().toLong());
        message.lendWritable(buffer, 10, 20).lendReadable(buffer, 0, 5);
        assertEquals(2, message.transfers());
        assertEquals(MessageLayout.KIND_LEASE_WRITE, message.transferList().loadInt(MessageLayout.TRANSFER_KIND));
        assertEquals(buffer.address(10, 1).toLong(), message.transferList().loadLong(MessageLayout.TRANSFER_ADDRESS));
        assertEquals(20, message.transferList().loadLong(MessageLayout.TRANSFER_LENGTH));
        assertEquals(MessageLayout.KIND_LEASE_READ, message.transferList().loadInt(MessageLayout.TRANSFER_SIZE + MessageLayout.TRANSFER_KIND));
        assertThrows(IndexOutOfBoundsException.class, () -> message.lendReadable(buffer, 90, 20));
        message.lendReadable(buffer, 0, 1).lendReadable(buffer, 0, 1);
        assertThrows(IllegalStateException.class, () -> message.lendReadable(buffer, 0, 1));
    }
}
