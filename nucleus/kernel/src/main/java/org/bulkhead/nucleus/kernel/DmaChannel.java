package org.bulkhead.nucleus.kernel;

import org.bulkhead.nucleus.abi.*;
import org.bulkhead.nucleus.kernel.hardware.*;
import org.bulkhead.nucleus.kernel.memory.*;
import org.bulkhead.vm.magic.*;

/**
 * A channel of a bus master, which moves data between a device and memory by itself, with the memory that it may touch: a buffer, which is never anything else, whoever has the channel, so what a device
 * does late hurts nobody. The nucleus keeps its ports, and makes the descriptor that it reads. The first datum of its holder's handle is where that sees the buffer, 0 until it has said that the device
 * is reset. (Programming Interface for Bus Master IDE Controller, 1.0.)
 *
 * <pre>
 * ports: 0 command (bit 0 start, 3 to memory)   2 status (1 error, 2 interrupt: written ones clear them; 5, 6 kept)   4 u32 address of the descriptors
 * descriptor: u32 address, u16 bytes (0 = 64 KiB), u16 (bit 15 = the last); its memory does not cross a multiple of 64 KiB, nor does the buffer: one is enough
 * </pre>
 */
public final class DmaChannel extends KernelObject {
    static final int PORTS = 8;
    /** Also its alignment. */
    static final int BUFFER_SIZE = 1 << 16;
    private static final int STATUS = 2;
    private static final int DESCRIPTORS = 4;
    private static final int START = 1;
    private static final int TO_MEMORY = 8;
    private static final int STATUS_KEPT = 0x60;
    private static final int STATUS_CLEARED = 6;
    private static final long LAST = 1L << 63;

    private final Hardware hardware;
    /** Physical address of the buffer; behind it there is a page for the descriptor. */
    long memory;
    /** First of its ports; 0: it is not any channel of the machine's yet. */
    int port;
    /** Whether some isolate has it. */
    boolean held;

    DmaChannel(int index, Hardware hardware) {
        super(index);
        this.hardware = hardware;
    }

    void useMemory(PageFrames frames) {
        memory = frames.allocateForEver(BUFFER_SIZE / Window.PAGE + 1, BUFFER_SIZE);
    }

    /** Holders: ends the quarantine; returns where the buffer is. Refuses: NO_RESOURCE, NO_MEMORY. */
    long ready(Handle entry, AddressSpace space) {
        if (entry.a != 0) return entry.a;
        if (!space.map(Handle.window(entry.index), memory, entry.b, PageEntry.WINDOW_PAGE)) return space.refusal.result;
        // What a predecessor read is nobody's business.
        Magic.clear(Address.fromLong(Window.at(memory)), BUFFER_SIZE);
        entry.a = Handle.window(entry.index);
        return entry.a;
    }

    /** Holders: starts a transfer between the device and a range of the buffer. Refuses: QUARANTINED; BAD_ARGUMENT: direction, or a range that is odd, empty or not in the buffer. */
    long start(Handle entry, long direction, long offset, long length) {
        if (entry.a == 0) return ErrorCode.QUARANTINED.result;
        boolean known = direction == SystemCall.DMA_TO_MEMORY || direction == SystemCall.DMA_FROM_MEMORY;
        boolean inside = offset >= 0 && length > 0 && offset <= entry.b && length <= entry.b - offset;
        if (!known || !inside || ((offset | length) & 1) != 0) return ErrorCode.BAD_ARGUMENT.result;
        stop();
        Window.store(memory + BUFFER_SIZE, memory + offset | (length & BUFFER_SIZE - 1) << Integer.SIZE | LAST);
        int command = direction == SystemCall.DMA_TO_MEMORY ? TO_MEMORY : 0;
        hardware.outInt(port + DESCRIPTORS, (int) memory + BUFFER_SIZE);
        hardware.out(port + STATUS, hardware.in(port + STATUS) & STATUS_KEPT | STATUS_CLEARED);
        hardware.out(port, command);
        hardware.out(port, command | START);
        return 0;
    }

    /** Holders: stops what goes on, if anything; returns the status register as it was. */
    int stop() {
        int status = hardware.in(port + STATUS);
        hardware.out(port, 0);
        return status;
    }
}
