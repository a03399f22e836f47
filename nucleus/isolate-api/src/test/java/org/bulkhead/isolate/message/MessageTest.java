package org.bulkhead.isolate.message;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.bulkhead.isolate.call.RawBuffer;
import org.bulkhead.isolate.call.Simulation;
import org.bulkhead.nucleus.abi.MessageLayout;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

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
