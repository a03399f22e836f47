package {{package}};

import org.bulkhead.isolate.Grants;
import org.bulkhead.isolate.Isolate;
import org.bulkhead.isolate.PortRange;
import org.bulkhead.isolate.call.Log;
import org.bulkhead.isolate.manifest.Driver;
import org.bulkhead.isolate.manifest.Limits;
import org.bulkhead.isolate.manifest.Ports;
import org.bulkhead.isolate.manifest.UsesPorts;
import org.bulkhead.isolate.message.ServiceLoop;
import org.bulkhead.isolate.protocol.DeviceException;

/**
 * The digital-to-analogue converter of the VGA. (IBM Personal System/2 Hardware Interface Technical Reference, video subsystem.)
 *
 * <p>A number is written to one of two registers; then red, green and blue pass one after the other through the data register.
 */
@Driver(name = "{{name}}", serves = {{Name}}Device.class)
@UsesPorts(@Ports(name = "registers", first = 0x3C7, count = 3))
@Limits(heap = "512K", cpu = "20%", queue = 8, request = "1s", run = "1s")
public final class {{Name}}Driver implements Isolate, {{Name}}Device {
    /** The number whose colour is read next. */
    private static final int READ_NUMBER = 0;
    /** The number whose colour is written next. */
    private static final int WRITE_NUMBER = 1;
    private static final int DATA = 2;

    private final PortRange registers;

    public {{Name}}Driver(Grants grants) {
        registers = grants.ports("registers");
        Log.line("{{name}}: ready, life " + grants.incarnation());
    }

    @Override
    public void run() {
        new ServiceLoop(new {{Name}}DeviceDispatcher(this), bits -> { }).run();
    }

    @Override
    public Colour colour(int number) throws DeviceException {
        // Writing the number begins anew, also if a predecessor died between two of the three values.
        registers.write(READ_NUMBER, checked(number, COLOURS - 1));
        int red = registers.read(DATA);
        int green = registers.read(DATA);
        int blue = registers.read(DATA);
        return new Colour(red, green, blue);
    }

    @Override
    public void setColour(int number, Colour colour) throws DeviceException {
        int red = checked(colour.red(), BRIGHTEST);
        int green = checked(colour.green(), BRIGHTEST);
        int blue = checked(colour.blue(), BRIGHTEST);
        registers.write(WRITE_NUMBER, checked(number, COLOURS - 1));
        registers.write(DATA, red);
        registers.write(DATA, green);
        registers.write(DATA, blue);
    }

    /** Clients may send anything. */
    private static int checked(int value, int most) throws DeviceException {
        if (value < 0 || value > most) {
            throw new DeviceException(value + " is not from 0 to " + most);
        }
        return value;
    }
}
