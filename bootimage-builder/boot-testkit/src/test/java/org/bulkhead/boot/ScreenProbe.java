package org.bulkhead.boot;

import java.nio.charset.StandardCharsets;
import org.bulkhead.isolate.Grants;
import org.bulkhead.isolate.Isolate;
import org.bulkhead.isolate.Services;
import org.bulkhead.isolate.call.Log;
import org.bulkhead.isolate.call.Notifications;
import org.bulkhead.isolate.manifest.Program;
import org.bulkhead.isolate.manifest.StartMode;
import org.bulkhead.isolate.manifest.UsesService;
import org.bulkhead.isolate.protocol.CharacterDevice;
import org.bulkhead.isolate.protocol.DeviceException;
import org.bulkhead.isolate.protocol.Supervision;
import org.bulkhead.isolate.protocol.SupervisionException;

/** Writes to the screen, has its driver killed, and goes on writing where it was. */
@Program(name = "screen-probe", start = StartMode.BOOT)
@UsesService({"vga0", Supervision.SERVICE})
public final class ScreenProbe implements Isolate {
    private final CharacterDevice screen;
    private final Supervision supervision;

    public ScreenProbe(Grants grants) {
        Services services = new Services(grants);
        screen = services.connect("vga0", CharacterDevice.class);
        supervision = services.connect(Supervision.SERVICE, Supervision.class);
    }

    private void write(String text) throws DeviceException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        for (int at = 0; at < bytes.length; at += CharacterDevice.TRANSFER_LIMIT) {
            byte[] piece = new byte[Math.min(CharacterDevice.TRANSFER_LIMIT, bytes.length - at)];
            System.arraycopy(bytes, at, piece, 0, piece.length);
            screen.write(piece);
        }
    }

    @Override
    public void run() {
        try {
            write("\u001b[2J\u001b[H");
            for (int i = 0; i < 40; i++) {
                write("line " + i + "\r\n");
            }
            write("\u001b[1;33;44mgold on blue\u001b[0m \u001b[101mbright red\u001b[0m │é☺\u001b[5 q");
            write("\u001b[10;20r\u001b[31m\u001b[12;34H");
            supervision.kill("vga0");
            write("X");
            Log.line("probe: written");
            screen.read(CharacterDevice.OLDEST, 1, Long.MAX_VALUE);
        } catch (DeviceException | SupervisionException e) {
            Log.line("probe: " + e.getMessage());
        }
        Notifications.sleep(Long.MAX_VALUE / 2);
    }
}
