package org.bulkhead.servers.console;

import org.bulkhead.isolate.call.PeerDiedException;
import org.bulkhead.isolate.protocol.CharacterDevice;
import org.bulkhead.isolate.protocol.DeviceException;

/** Keys from a character device, whose driver may die at any time. */
final class DeviceInput {
    private final CharacterDevice device;
    private final KeyDecoder decoder = new KeyDecoder();
    private final byte[] bytes = new byte[CharacterDevice.TRANSFER_LIMIT];
    private int length;
    private int next;

    DeviceInput(CharacterDevice device) {
        this.device = device;
    }

    /** Returns the next key; waits for one at most {@code nanos} nanoseconds, then returns null. */
    Key read(long nanos) {
        Key key = decodeSome();
        if (key == null) {
            next = 0;
            length = fetch(nanos);
            key = decodeSome();
        }
        return key;
    }

    private Key decodeSome() {
        Key key = null;
        while (key == null && next < length) {
            key = decoder.decode(bytes[next++] & 0xFF);
        }
        return key;
    }

    private int fetch(long nanos) {
        try {
            return device.read(bytes, nanos);
        } catch (PeerDiedException | DeviceException e) {
            return 0;
        }
    }
}
