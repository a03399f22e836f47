package {{package}};

import org.bulkhead.isolate.protocol.DeviceException;
import org.bulkhead.isolate.protocol.Idempotent;
import org.bulkhead.isolate.protocol.Protocol;

/**
 * The colours of a screen. Both operations may be repeated safely, so a request that the driver has begun when it dies is given to its successor, and the client notices nothing.
 */
@Protocol
public interface {{Name}}Device {
    /** How many colours there are. */
    int COLOURS = 256;
    /** Highest value of red, green and blue. */
    int BRIGHTEST = 63;

    /** Returns the colour of a number below {@link #COLOURS}. */
    @Idempotent
    Colour colour(int number) throws DeviceException;

    /** Gives a number below {@link #COLOURS} another colour. */
    @Idempotent
    void setColour(int number, Colour colour) throws DeviceException;
}
