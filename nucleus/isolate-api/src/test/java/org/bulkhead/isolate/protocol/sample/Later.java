package org.bulkhead.isolate.protocol.sample;

import java.nio.ByteBuffer;
import org.bulkhead.isolate.message.LeaseAccess;
import org.bulkhead.isolate.protocol.Deferred;
import org.bulkhead.isolate.protocol.DeviceException;
import org.bulkhead.isolate.protocol.Lent;
import org.bulkhead.isolate.protocol.Protocol;
import org.bulkhead.isolate.protocol.Timeout;

/** A protocol with answers that are put off. */
@Protocol
public interface Later {
    @Deferred
    String next(int number, @Timeout long nanos) throws DeviceException;

    @Deferred
    int fill(@Lent(value = LeaseAccess.WRITE, max = 4096) ByteBuffer into);

    int atOnce(int value, @Timeout long nanos);
}
