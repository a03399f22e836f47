package org.bulkhead.drivers.vga;

import org.bulkhead.drivers.terminal.VideoMemory;
import org.bulkhead.isolate.DeviceWindow;
import org.bulkhead.isolate.Grants;
import org.bulkhead.isolate.Isolate;
import org.bulkhead.isolate.call.Log;
import org.bulkhead.isolate.manifest.Driver;
import org.bulkhead.isolate.manifest.Limits;
import org.bulkhead.isolate.manifest.Ports;
import org.bulkhead.isolate.manifest.UsesPorts;
import org.bulkhead.isolate.manifest.UsesWindow;
import org.bulkhead.isolate.manifest.Window;
import org.bulkhead.isolate.message.ServiceLoop;
import org.bulkhead.isolate.protocol.CharacterDevice;
import org.bulkhead.isolate.protocol.CharacterDeviceDispatcher;
import org.bulkhead.isolate.protocol.CharacterDeviceServer;
import org.bulkhead.isolate.protocol.DeviceException;

/** The screen, as a character device that only takes: what is written to it is shown as a terminal would. */
@Driver(name = "vga0", serves = CharacterDevice.class)
@UsesPorts({@Ports(name = "attributes", first = 0x3C0, count = 1), @Ports(name = "crt", first = 0x3D4, count = 7)})
@UsesWindow(@Window(name = "text", first = 0xB8000, bytes = 0x8000))
@Limits(heap = "512K", cpu = "50%", queue = 16, request = "2s", run = "2s", queued = "2s")
public final class VgaDriver implements Isolate, CharacterDeviceServer {
    /** Whoever writes garbage shall not fill the log. */
    private static final int REPORTS = 8;

    private final VgaText screen;
    private int reports;

    public VgaDriver(Grants grants) {
        screen = new VgaText(grants.ports("crt"), grants.ports("attributes"), memory(grants.window("text")), this::report);
    }

    private static VideoMemory memory(DeviceWindow window) {
        return new VideoMemory() {
            @Override
            public int get(int index) {
                return window.shortAt(index * Short.BYTES);
            }

            @Override
            public void get(char[] into) {
                window.getShorts(0, into);
            }

            @Override
            public void put(int index, int value) {
                window.putShort(index * Short.BYTES, value);
            }
        };
    }

    private void report(String sequence) {
        if (reports < REPORTS) {
            reports++;
            Log.line("vga0: ignores " + sequence + (reports == REPORTS ? ", and further ones in silence" : ""));
        }
    }

    @Override
    public void run() {
        new ServiceLoop(new CharacterDeviceDispatcher(this), bits -> { }).run();
    }

    @Override
    public void write(byte[] bytes) {
        screen.write(bytes, bytes.length);
    }

    @Override
    public void read(long next, int limit, ReadReply reply) {
        reply.fail(new DeviceException("a screen has no input: the keyboard is at the service ps2"));
    }

    @Override
    public void drain() {
        // What was written is on the screen.
    }
}
