package org.bulkhead.servers.console;

import org.bulkhead.isolate.InputReader;
import org.bulkhead.isolate.call.DeadlineException;
import org.bulkhead.isolate.protocol.CharacterDevice;
import org.bulkhead.isolate.protocol.DeviceException;

/** Keys from a device that sends characters, whose driver may die at any time. */
final class DeviceInput {
    private final InputReader device;
    private final KeyDecoder decoder = new KeyDecoder();
    private byte[] bytes = new byte[0];
    private int next;
    /** Characters that were read and given back. */
    private final StringBuilder returned = new StringBuilder();

    DeviceInput(InputReader device) {
        this.device = device;
    }

    /** Returns the next key; waits for one at most {@code nanos} nanoseconds, then returns null. */
    Key read(long nanos) {
        if (!returned.isEmpty()) {
            Key first = Key.of(returned.charAt(0));
            returned.deleteCharAt(0);
            return first;
        }
        Key key = decodeSome();
        if (key == null) {
            next = 0;
            bytes = fetch(nanos);
            key = decodeSome();
        }
        return key;
    }

    /** Gives back what was typed for somebody who is not there any more: the next keys are these characters. */
    void giveBack(String text) {
        returned.append(text);
    }

    private Key decodeSome() {
        Key key = null;
        while (key == null && next < bytes.length) {
            key = decoder.decode(bytes[next++] & 0xFF);
        }
        return key;
    }

    /** Returns what was typed, nothing if nobody does. */
    private byte[] fetch(long nanos) {
        try {
            return device.read(CharacterDevice.TRANSFER_LIMIT, nanos);
        } catch (DeadlineException | DeviceException e) {
            return new byte[0];
        }
    }
}
