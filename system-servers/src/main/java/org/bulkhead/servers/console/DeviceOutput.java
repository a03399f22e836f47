package org.bulkhead.servers.console;

import java.util.Arrays;
import org.bulkhead.isolate.call.PeerDiedException;
import org.bulkhead.isolate.protocol.CharacterDevice;
import org.bulkhead.isolate.protocol.DeviceException;

/** Text to a character device, whose driver may die at any time; line feeds become carriage return and line feed. */
final class DeviceOutput implements Terminal.Output {
    private final CharacterDevice device;
    private final byte[] bytes = new byte[CharacterDevice.TRANSFER_LIMIT];

    DeviceOutput(CharacterDevice device) {
        this.device = device;
    }

    @Override
    public void write(String text) {
        int length = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (length > bytes.length - 2) {
                send(length);
                length = 0;
            }
            if (c == '\n') {
                bytes[length++] = '\r';
            }
            bytes[length++] = (byte) c;
        }
        send(length);
    }

    @Override
    public void drain() {
        try {
            device.drain();
        } catch (PeerDiedException | DeviceException e) {
            // Nobody listens: there is nothing to wait for.
            return;
        }
    }

    private void send(int length) {
        boolean again = length > 0;
        while (again) {
            again = false;
            try {
                device.write(Arrays.copyOf(bytes, length));
            } catch (PeerDiedException e) {
                // Begun output may have been sent already: rather lost than twice.
                again = !e.begun();
            } catch (DeviceException e) {
                // Nobody listens; the next text may have more luck.
                return;
            }
        }
    }
}
