package {{package}};

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.bulkhead.isolate.protocol.DeviceException;
import org.bulkhead.isolate.testkit.IsolateTestkit;
import org.bulkhead.isolate.testkit.RequestPhase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** On the desk: the driver on the real nucleus and a model of the device, from its client's method calls to the registers. */
class {{Name}}DriverTest {
    @RegisterExtension
    final IsolateTestkit kit = new IsolateTestkit();

    private {{Name}}Model model;
    private {{Name}}Device device;

    @BeforeEach
    void start() {
        model = new {{Name}}Model();
        kit.start({{Name}}Driver.class, model);
        device = kit.connect("{{name}}", {{Name}}Device.class);
    }

    @Test
    void coloursReachTheDeviceAndComeBack() throws DeviceException {
        Colour orange = new Colour(63, 40, 0);
        device.setColour(200, orange);
        assertEquals(orange, model.colour(200));
        assertEquals(orange, device.colour(200));
    }

    @Test
    void whatTheDeviceDoesNotHaveIsAnError() {
        assertEquals("256 is not from 0 to 255", assertThrows(DeviceException.class, () -> device.colour(256)).getMessage());
        assertEquals("64 is not from 0 to 63", assertThrows(DeviceException.class, () -> device.setColour(1, new Colour(0, 64, 0))).getMessage());
        assertEquals(new Colour(0, 0, 0), model.colour(1));
    }

    @Test
    void aClientDoesNotNoticeThatTheDriverDied() throws DeviceException {
        Colour green = new Colour(0, 63, 0);
        kit.killAtRequest("{{name}}", RequestPhase.IN_SERVICE, 1);
        device.setColour(7, green);
        assertEquals(green, model.colour(7));
        assertEquals(1, kit.incarnation("{{name}}"));
    }

    @Test
    void theDemoRunsToItsEnd() {
        kit.start({{Name}}Demo.class);
        kit.advance(30_000_000_000L);
        assertTrue(kit.log().contains("{{name}}-demo: done"), kit.log().toString());
        assertEquals(new Colour(63, 0, 0), model.colour(255));
    }
}
