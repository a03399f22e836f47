package org.bulkhead.isolate;

import org.bulkhead.isolate.call.Notifications;
import org.bulkhead.isolate.call.Nucleus;

/**
 * An interrupt line of this isolate. When the device raises it, the nucleus masks the line and sets the notification bit of its number; {@link #done} unmasks it, to be
 * called when the device has been told that its request was seen.
 */
public final class InterruptLine {
    private final int line;
    private final GrantedHandle handle;

    InterruptLine(int line, GrantedHandle handle) {
        this.line = line;
        this.handle = handle;
    }

    /** {@return the notification bit by which the line announces itself} */
    public long bit() {
        return 1L << line;
    }

    /**
     * Waits for the interrupt until {@code deadline} (nanoseconds since boot); returns whether it came. Requests stay queued meanwhile.
     *
     * @param deadline nanoseconds since boot, or {@link Nucleus#FOREVER}
     * @return whether the interrupt came
     */
    public boolean await(long deadline) {
        return Notifications.await(bit(), deadline) != 0;
    }

    /**
     * Lets the line interrupt again; does nothing if it is not masked. Does not wait.
     *
     * @throws org.bulkhead.isolate.call.NucleusException if the line has been taken away
     */
    public void done() {
        Nucleus.interruptDone(handle.number());
    }
}
