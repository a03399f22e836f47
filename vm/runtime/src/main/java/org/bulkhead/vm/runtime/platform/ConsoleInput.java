package org.bulkhead.vm.runtime.platform;

import java.io.InputStream;
import org.bulkhead.vm.magic.Magic;
import org.bulkhead.vm.runtime.layout.ObjectLayout;
import org.bulkhead.vm.runtime.thread.Scheduler;
import org.bulkhead.vm.runtime.thread.Threads;

/** {@code System.in}: the bytes that the platform reads. Who waits for some lets other threads run. */
public final class ConsoleInput extends InputStream {
    private static final int BYTE_MASK = 0xFF;

    private final byte[] single = new byte[1];

    /** Makes the stream; the image has one. */
    public ConsoleInput() {}

    @Override
    public int read() {
        return read(single, 0, 1) < 0 ? -1 : single[0] & BYTE_MASK;
    }

    @Override
    public int read(byte[] into, int offset, int length) {
        java.util.Objects.checkFromIndexSize(offset, length, into.length);
        if (length == 0) {
            return 0;
        }
        while (Threads.scheduler().othersLive() && !PlatformHolder.platform().inputReady()) {
            Threads.scheduler().awaitOutside(Scheduler.FOREVER);
        }
        return PlatformHolder.platform().read(Magic.addressOf(into).plus(ObjectLayout.arrayBase(1) + (long) offset), length);
    }
}
