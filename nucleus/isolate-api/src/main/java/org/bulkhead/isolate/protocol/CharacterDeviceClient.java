package org.bulkhead.isolate.protocol;

import org.bulkhead.isolate.call.DeadlineException;
import org.bulkhead.isolate.message.MessageQueue;

/** A {@link CharacterDevice} behind a queue. */
public final class CharacterDeviceClient extends ServiceClient implements CharacterDevice {
    public CharacterDeviceClient(MessageQueue queue) {
        super(queue);
    }

    @Override
    public void write(byte[] from, int offset, int length) throws DeviceException {
        message.begin(CharacterDeviceDispatcher.WRITE).putBytes(from, offset, length);
        String error = call();
        if (error != null) {
            throw new DeviceException(error);
        }
    }

    @Override
    public int read(byte[] into, long timeout) throws DeviceException {
        message.begin(CharacterDeviceDispatcher.READ).putInt(Math.min(into.length, TRANSFER_LIMIT));
        try {
            String error = call(timeout);
            if (error != null) {
                throw new DeviceException(error);
            }
            return message.getBytes(into);
        } catch (DeadlineException e) {
            return 0;
        }
    }
}
