package org.bulkhead.servers.console;

import java.util.Arrays;
import org.bulkhead.isolate.call.DeadlineException;
import org.bulkhead.isolate.call.PeerDiedException;
import org.bulkhead.isolate.protocol.CharacterDevice;
import org.bulkhead.isolate.protocol.DeviceException;

/** Text in and out of a character device; its driver may die at any time. */
final class Terminal {
    private static final long READ_NANOS = 200_000_000L;

    private final CharacterDevice device;
    private final byte[] output = new byte[CharacterDevice.TRANSFER_LIMIT];
    private byte[] input = new byte[0];
    private final LineEditor editor = new LineEditor();
    private int inputAt;

    Terminal(CharacterDevice device) {
        this.device = device;
    }

    /** Writes text, whose line ends become carriage return and line feed. */
    void print(String text) {
        int length = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (length > output.length - 2) {
                write(length);
                length = 0;
            }
            if (c == '\n') {
                output[length++] = '\r';
            }
            output[length++] = (byte) c;
        }
        write(length);
    }

    void println(String text) {
        print(text + '\n');
    }

    private void write(int length) {
        if (length == 0) {
            return;
        }
        try {
            device.write(Arrays.copyOf(output, length));
        } catch (PeerDiedException e) {
            if (!e.begun()) {
                write(length);
            }
            // Begun output may have been sent already: rather lost than twice.
        } catch (DeviceException e) {
            // Nobody listens; the next text may have more luck.
            return;
        }
    }

    /** Reads one line with echo and simple editing, showing {@code prompt}; while nobody types {@code background} shows what it has. */
    String readLine(String prompt, LogFollower background) {
        print(prompt);
        while (true) {
            while (inputAt < input.length) {
                print(editor.type(input[inputAt++] & 0xFF));
                if (editor.isComplete()) {
                    return editor.take();
                }
            }
            inputAt = 0;
            input = read();
            if (input.length == 0 && background.hasMore()) {
                print("\r" + " ".repeat(prompt.length() + editor.text().length()) + "\r");
                background.show(this);
                print(prompt + editor.text());
            }
        }
    }

    /** Returns what was typed, nothing if nobody does. */
    private byte[] read() {
        try {
            return device.read(CharacterDevice.TRANSFER_LIMIT, READ_NANOS);
        } catch (DeadlineException | PeerDiedException | DeviceException e) {
            return new byte[0];
        }
    }
}
