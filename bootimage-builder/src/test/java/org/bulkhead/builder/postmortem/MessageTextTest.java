package org.bulkhead.builder.postmortem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.bulkhead.nucleus.abi.MessageLayout;
import org.junit.jupiter.api.Test;

class MessageTextTest {
    private static ByteBuffer message(byte... payload) {
        ByteBuffer message = ByteBuffer.allocate(MessageLayout.SIZE).order(ByteOrder.LITTLE_ENDIAN);
        message.putShort(MessageLayout.LENGTH, (short) payload.length);
        return message.put(MessageLayout.PAYLOAD, payload);
    }

    private static byte[] payload(int size, java.util.function.Consumer<ByteBuffer> writer) {
        ByteBuffer bytes = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
        writer.accept(bytes);
        assertEquals(size, bytes.position());
        return bytes.array();
    }

    private static MessageText protocol(String name) {
        return MessageText.of(name).orElseThrow();
    }

    @Test
    void requestsAreCallsOfTheirMethods() {
        byte[] read = payload(16, bytes -> bytes.putInt(1).putLong(2048).putInt(4096));
        assertEquals("read(1, 2048, 4096 bytes lent to write)", protocol("BlockDevice").describe(2, message(read)));
        assertEquals("transferMode(BY_DEVICE)", protocol("BlockDevice").describe(5, message((byte) 1)));
        byte[] start = payload(14, bytes -> bytes.put((byte) 5).put("disk0".getBytes(StandardCharsets.US_ASCII)).putLong(-3));
        assertEquals("start(\"disk0\", -3)", protocol("Supervision").describe(11, message(start)));
        assertEquals("memory()", protocol("Supervision").describe(7, message()));
    }

    @Test
    void whatDoesNotDecodeIsShownAsItIs() {
        assertEquals("transferMode [07]", protocol("BlockDevice").describe(5, message((byte) 7)));
        assertEquals("flush [0100]", protocol("BlockDevice").describe(4, message((byte) 1, (byte) 0)));
        assertEquals("operation 200 [00]", protocol("BlockDevice").describe(200, message((byte) 0)));
        assertEquals(Optional.empty(), MessageText.of("Nowhere"));
    }

    @Property(tries = 300)
    void anyMessageHasWords(@ForAll Random random) {
        byte[] bytes = new byte[MessageLayout.SIZE];
        random.nextBytes(bytes);
        ByteBuffer message = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        if (random.nextBoolean()) {
            message.putShort(MessageLayout.LENGTH, (short) random.nextInt(30));
        }
        for (String name : List.of("BlockDevice", "Supervision", "DataStore", "NetworkInterface", "CharacterDevice", "PciBus", "InputDevices", "Clock")) {
            assertTrue(protocol(name).describe(random.nextInt(40), message).length() > 0);
        }
    }
}
