package org.bulkhead.drivers.uart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.bulkhead.isolate.call.DeadlineException;
import org.bulkhead.isolate.protocol.CharacterDevice;
import org.bulkhead.isolate.protocol.DeviceException;
import org.bulkhead.isolate.testkit.IsolateTestkit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The whole driver, from its client's method call to the registers of a model of the chip. */
class UartDriverTest {
    @RegisterExtension
    final IsolateTestkit kit = new IsolateTestkit();

    private UartModel model;
    private CharacterDevice client;

    @BeforeEach
    void boot() {
        model = new UartModel(kit);
        start();
    }

    private void start() {
        kit.start(UartDriver.class, model);
        client = kit.connect("uart0", CharacterDevice.class);
    }

    private void write(String text) throws DeviceException {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        for (int at = 0; at < bytes.length; at += CharacterDevice.TRANSFER_LIMIT) {
            client.write(Arrays.copyOfRange(bytes, at, Math.min(at + CharacterDevice.TRANSFER_LIMIT, bytes.length)));
        }
    }

    private String read(int limit) throws DeviceException {
        return new String(client.read(limit, 1_000_000), StandardCharsets.ISO_8859_1);
    }

    @Test
    void lineIsSetTo115200Baud8N1() {
        assertEquals(1, model.divisor());
        assertEquals(3, model.lineControl());
    }

    @Test
    void outputLeavesInOrder() throws DeviceException {
        String text = "The quick brown fox jumps over the lazy dog. ".repeat(60);
        write(text);
        kit.run();
        assertEquals(text, model.sent());
    }

    @Test
    void drainedOutputHasLeftToTheLastByte() throws DeviceException {
        String text = "The last words before the machine is switched off. ".repeat(15);
        write(text);
        client.drain();
        assertEquals(text, model.sent());
        client.drain();
    }

    @Test
    void inputFromBeforeTheDriverIsNotLost() throws DeviceException {
        kit.boot();
        model = new UartModel(kit);
        model.type("h");
        start();
        model.type("alt\r");
        kit.settle();
        assertEquals("halt\r", read(64));
    }

    @Test
    void inputThatIsThereIsReturnedAtOnce() throws DeviceException {
        model.type("kill ata0\r");
        kit.settle();
        assertEquals("kill", read(4));
        assertEquals(" ata0\r", read(64));
    }

    @Test
    void aReaderThatWaitsGetsTheInputWhenItComes() throws DeviceException {
        kit.after(500_000, () -> model.type("now"));
        assertEquals("now", read(10));
    }

    @Test
    void inputOutlivesAReaderThatGaveUp() throws DeviceException {
        assertThrows(DeadlineException.class, () -> read(10));
        model.type("late");
        kit.settle();
        assertEquals("late", read(10));
    }

    @Test
    void aLineThatDoesNotSendIsAnError() {
        model.stuck = true;
        assertThrows(DeviceException.class, () -> write("x".repeat(2000)));
    }
}
