package org.bulkhead.nucleus.kernel;

import org.bulkhead.nucleus.kernel.memory.PageFrames;
import org.bulkhead.nucleus.kernel.memory.Window;

/** A page in which the nucleus looks at what an isolate passed, or puts together what it hands out. Free again at the end of every operation. */
public final class Scratch {
    private static final int TRANSFERS_OFFSET = 256, RECORD_OFFSET = 512;

    private long memory;

    /** Takes its page. */
    public void useMemory(PageFrames frames) { memory = Window.at(frames.allocateForEver(1)); }

    /** Returns the room for a message. */
    long message() { return memory; }

    /** Returns the room for a transfer list. */
    long transfers() { return memory + TRANSFERS_OFFSET; }

    /** Returns the room for a record of up to 512 bytes. */
    public long record() { return memory + RECORD_OFFSET; }
}
