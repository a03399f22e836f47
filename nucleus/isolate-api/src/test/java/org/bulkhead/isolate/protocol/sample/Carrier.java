package org.bulkhead.isolate.protocol.sample;

import java.nio.ByteBuffer;
import org.bulkhead.isolate.call.Handle;
import org.bulkhead.isolate.message.LeaseAccess;
import org.bulkhead.isolate.protocol.Deferred;
import org.bulkhead.isolate.protocol.Lent;
import org.bulkhead.isolate.protocol.MaxLength;
import org.bulkhead.isolate.protocol.Protocol;

/** A protocol with handles that move to the server. */
@Protocol
public interface Carrier {
    int bring(int number, Handle handle);

    String bringWith(@MaxLength(20) String text, @Lent(value = LeaseAccess.READ, max = 64) ByteBuffer from, Handle first, Handle second);

    @Deferred
    int bringAndWait(@Lent(value = LeaseAccess.READ, max = 64) ByteBuffer from, Handle handle);
}
