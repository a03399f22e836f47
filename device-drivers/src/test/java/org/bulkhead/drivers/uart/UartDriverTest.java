package org.bulkhead.drivers.uart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.bulkhead.drivers.simulation.SimulatedNucleus;
import org.bulkhead.isolate.Grants;
import org.bulkhead.isolate.call.DeadlineException;
import org.bulkhead.isolate.manifest.Manifest;
import org.bulkhead.isolate.message.MessageQueue;
import org.bulkhead.isolate.protocol.CharacterDevice;
import org.bulkhead.isolate.protocol.CharacterDeviceClient;
import org.bulkhead.isolate.protocol.DeviceException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The whole driver, from its client's method call to the registers of a model of the chip. */
class UartDriverTest {
    private static final Manifest MANIFEST = new Manifest.Builder(0, "uart0", UartDriver.class.getName()).serves("CharacterDevice").interrupt(4)
        .ports("registers", 0x3F8, 6).build();

    private SimulatedNucleus nucleus;
    private UartModel model;
    private CharacterDevice client;

    @BeforeEach
    void boot() {
        nucleus = new SimulatedNucleus();
        model = new UartModel(nucleus);
        start();
    }

    private void start() {
        UartDriver driver = new UartDriver(new Grants(new Manifest[] {MANIFEST}, 0, 0, 0, model));
        nucleus.serve(driver::run);
        client = new CharacterDeviceClient(new MessageQueue(1, "uart0"));
    }

    private void write(String text) throws DeviceException {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        for (int at = 0; at < bytes.length; at += CharacterDevice.TRANSFER_LIMIT) {
            client.write(Arrays.copyOfRange(bytes, at, Math.min(at + CharacterDevice.TRANSFER_LIMIT, bytes.length)));
        }
    }

    private void drain() {
        while (model.advance()) {
            nucleus.runServer();
        }
    }

    private String read(int limit) throws DeviceException {
        return new String(client.read(limit, 1000), StandardCharsets.ISO_8859_1);
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
        drain();
        assertEquals(text, model.sent());
    }

    @Test
    void inputFromBeforeTheDriverIsNotLost() throws DeviceException {
        nucleus = new SimulatedNucleus();
        model = new UartModel(nucleus);
        model.type("h");
        start();
        model.type("alt\r");
        nucleus.runServer();
        assertEquals("halt\r", read(64));
    }

    @Test
    void inputThatIsThereIsReturnedAtOnce() throws DeviceException {
        model.type("kill ata0\r");
        nucleus.runServer();
        assertEquals("kill", read(4));
        assertEquals(" ata0\r", read(64));
    }

    @Test
    void aReaderThatWaitsGetsTheInputWhenItComes() throws DeviceException {
        nucleus.beforeWaiting(() -> {
            model.type("now");
            return true;
        });
        assertEquals("now", read(10));
    }

    @Test
    void inputOutlivesAReaderThatGaveUp() throws DeviceException {
        assertThrows(DeadlineException.class, () -> read(10));
        nucleus.giveUpCall();
        model.type("late");
        nucleus.runServer();
        assertEquals("late", read(10));
    }

    @Test
    void aLineThatDoesNotSendIsAnError() {
        model.stuck = true;
        assertThrows(DeviceException.class, () -> write("x".repeat(2000)));
    }
}
