package org.bulkhead.drivers.uart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.bulkhead.isolate.InputReader;
import org.bulkhead.isolate.call.DeadlineException;
import org.bulkhead.isolate.protocol.CharacterDevice;
import org.bulkhead.isolate.protocol.DeviceException;
import org.bulkhead.isolate.testkit.IsolateTestkit;
import org.bulkhead.isolate.testkit.RequestPhase;
import org.bulkhead.servers.datastore.Datastore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The whole driver, from its client's method call to the registers of a model of the chip. */
class UartDriverTest {
    private static final String TEXT = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz01234567";

    @RegisterExtension
    final IsolateTestkit kit = new IsolateTestkit();

    private UartModel model;
    private CharacterDevice client;
    private InputReader input;

    @BeforeEach
    void boot() {
        kit.boot();
        model = new UartModel(kit);
        start();
    }

    private void start() {
        kit.start(Datastore.class);
        kit.start(UartDriver.class, model);
        client = kit.connect("uart0", CharacterDevice.class);
        input = new InputReader(client::read);
    }

    private void write(String text) throws DeviceException {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        for (int at = 0; at < bytes.length; at += CharacterDevice.TRANSFER_LIMIT) {
            client.write(Arrays.copyOfRange(bytes, at, Math.min(at + CharacterDevice.TRANSFER_LIMIT, bytes.length)));
        }
    }

    private String read(int limit) throws DeviceException {
        return new String(input.read(limit, 1_000_000), StandardCharsets.ISO_8859_1);
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

    @ParameterizedTest
    @EnumSource
    void noByteIsLostOrDoubledByADeath(RequestPhase phase) throws DeviceException {
        kit.killAtRequest("uart0", phase, 1);
        kit.after(500_000, () -> model.type("once"));
        assertEquals("once", read(10));
        assertThrows(DeadlineException.class, () -> read(10));
    }

    /** The driver dies after its system call number n, for all n. */
    @Test
    void eachByteArrivesOnceWhateverTheCallAfterWhichTheDriverDies() throws DeviceException {
        int n = 0;
        do {
            boot();
            kit.killAfterCall("uart0", ++n);
            assertEquals(TEXT, typed(), "death after call " + n + kit.log() + kit.deaths());
        } while (!kit.deaths().isEmpty());
        assertTrue(n > 20, "the driver made only " + n + " calls");
    }

    /** The driver dies when it has taken a byte and done nothing else: that cannot be given back, but its successor knows and says so. */
    @Test
    void aByteThatDiesWithTheDriverIsCounted() throws DeviceException {
        int n = 0;
        int missing = 0;
        do {
            boot();
            model.afterAccess(++n, () -> kit.killAfterAccess("uart0"));
            String came = typed();
            int counted = counted();
            assertTrue(TEXT.length() - came.length() <= counted, "death after access " + n + ": " + came + ", " + counted + " counted");
            assertTrue(isInOrder(came), "death after access " + n + ": " + came);
            missing += TEXT.length() - came.length();
        } while (!kit.deaths().isEmpty());
        assertTrue(missing > 0, "no death was in time to take a byte along");
    }

    private int counted() {
        int counted = 0;
        for (String each : kit.log()) {
            counted = each.startsWith("uart0: ") ? Integer.parseInt(each.split(" ")[1]) : counted;
        }
        return counted;
    }

    private static boolean isInOrder(String came) {
        int at = 0;
        for (char each : came.toCharArray()) {
            at = TEXT.indexOf(each, at) + 1;
            if (at == 0) {
                return false;
            }
        }
        return true;
    }

    /** Types the text in three pieces, and reads what comes of it. */
    private String typed() throws DeviceException {
        String came = "";
        for (int piece = 0; piece < 3; piece++) {
            String part = TEXT.substring(piece * 20, piece * 20 + 20);
            kit.after(500_000, () -> model.type(part));
            try {
                while (true) {
                    came += new String(input.read(7, 10_000_000), StandardCharsets.ISO_8859_1);
                }
            } catch (DeadlineException e) {
                continue;
            }
        }
        return came;
    }
}
