package org.bulkhead.nucleus.kernel.hardware;

import org.bulkhead.nucleus.abi.*;
import org.bulkhead.vm.magic.*;

/**
 * The log: a ring that keeps the last {@link #SIZE} bytes, and the console of last resort, which each byte goes to as well: to the emulators' debug port at once, and for as long as no isolate has it,
 * to the first serial port as fast as that sends, a few bytes at every tick of the clock, since a line of text takes as long there as a million instructions. No interrupts, bounded waits.
 *
 * <p>It lies in the {@link DumpLayout}, which it seals when the nucleus gives up.
 */
public final class KernelLog {
    /** Bytes of the ring; a power of two. */
    public static final int SIZE = 1 << 16;

    /** First port of the first serial interface (16550). */
    public static final int SERIAL = 0x3F8;
    /** Bytes that the serial port takes when it is ready. */
    private static final int FIFO_SIZE = 16;
    private static final int DEBUG_PORT = 0xE9;
    private static final int LINE_STATUS = SERIAL + 5;
    /**
     * Ports and values: interrupts off; 115200 baud by a divisor of 1; 8 bits, no parity; buffers on, and not emptied, since what was typed while the port's driver was dead is for its successor;
     * terminal ready.
     */
    private static final int[] SETUP = {SERIAL + 1, 0, SERIAL + 3, 0x80, SERIAL, 1, SERIAL + 1, 0, SERIAL + 3, 3, SERIAL + 2, 1, SERIAL + 4, 3};
    private static final int TRANSMITTER_EMPTY = 0x40;
    private static final int POLL_LIMIT = 100_000;

    /** More bytes than there will ever be. */
    private static final long ALL = Long.MAX_VALUE;
    private static final int BROKEN_STATUS = 0x7B;
    private static final int FRAME_LIMIT = 24;
    /** The nucleus's stacks lie in the window on physical memory; a frame pointer outside is not followed. */
    private static final long STACKS = 0xFFFF_8000_0000_0000L;

    private static final Address DUMP = Address.fromLong(AddressSpaceLayout.PHYSICAL_WINDOW + DumpLayout.PLACE);

    private final Hardware hardware;
    /** Offset, counted from the start of time, behind the last byte. */
    public long end;
    /** Offset behind the last byte that the serial port has had; {@link #ALL} while an isolate has it. */
    private long sent;

    public KernelLog(Hardware hardware) {
        this.hardware = hardware;
    }

    /** Says, and notes for a dump, which image runs, and how many dumps the restarts before have saved: the lower and the upper half of {@code identity}. */
    public void begin(long identity) {
        DUMP.storeLong(identity, DumpLayout.IMAGE);
        text(Text.of("nucleus: image ")).hex(identity & 0xFFFF_FFFFL).text(Text.of(", dumps saved by the restarts before: ")).decimal(identity >>> Integer.SIZE).line();
    }

    /** Sets the serial port to 115200 baud, 8 bits, no parity, and takes it (back) from whoever had it. */
    public void takeSerial() {
        hardware.out(SETUP);
        sent = Math.min(sent, end);
    }

    /** Appends one byte. */
    public void put(int value) {
        DUMP.plus(DumpLayout.LOG + (end++ & SIZE - 1)).storeByte((byte) value);
        hardware.out(DEBUG_PORT, value & 0xFF);
    }

    /** Gives the serial port what it takes without waiting. */
    public void drain() {
        if (sent < end && isReady()) {
            sendSome();
        }
    }

    /** Gives the serial port all that it has not had yet, and waits until it is sent. */
    public void flush() {
        while (sent < end) {
            awaitReady();
            sendSome();
        }
        awaitReady();
    }

    private void sendSome() {
        sent = Math.max(sent, start());
        for (int i = 0; i < FIFO_SIZE / 2 && sent < end; i++) {
            int value = at(sent++);
            if (value == '\n') {
                hardware.out(SERIAL, '\r');
            }
            hardware.out(SERIAL, value);
        }
    }

    /** Returns whether the serial port has sent all it was given, and takes {@link #FIFO_SIZE} bytes without waiting. */
    private boolean isReady() {
        return (hardware.in(LINE_STATUS) & TRANSMITTER_EMPTY) != 0;
    }

    /** Waits, for a bounded time, until {@link #isReady}. */
    private void awaitReady() {
        int polls = 0;
        while (polls < POLL_LIMIT && !isReady()) {
            polls++;
        }
    }

    /** Leaves the serial port to an isolate, once all is sent. */
    public void leaveSerial() {
        flush();
        sent = ALL;
    }

    /** Appends text. */
    public KernelLog text(byte[] text) {
        for (int i = 0; i < text.length; i++) {
            put(text[i]);
        }
        return this;
    }

    /** Appends the bytes from {@code memory} up to a zero or {@code limit} bytes. */
    public KernelLog zeroTerminated(long memory, int limit) {
        for (int i = 0; i < limit && Address.fromLong(memory).loadByte(i) != 0; i++) {
            put(Address.fromLong(memory).loadByte(i));
        }
        return this;
    }

    /** Appends a number of 0 or more in decimal. */
    public KernelLog decimal(long value) {
        if (value >= 10) {
            decimal(value / 10);
        }
        put((int) ('0' + value % 10));
        return this;
    }

    /** Appends a number in hexadecimal with 0x in front. */
    public KernelLog hex(long value) {
        if (value >>> 4 != 0) {
            hex(value >>> 4);
        } else {
            text(Text.of("0x"));
        }
        put(Text.of("0123456789abcdef")[(int) value & 0xF]);
        return this;
    }

    /** Ends the line. */
    public void line() {
        put('\n');
    }

    /** Returns the smallest offset that is still kept. */
    public long start() {
        return end > SIZE ? end - SIZE : 0;
    }

    /** Returns the byte at an offset from {@link #start()} to {@link #end} - 1. */
    public byte at(long offset) {
        return DUMP.plus(DumpLayout.LOG + (offset & SIZE - 1)).loadByte();
    }

    /** Stops the machine if something does not hold that must always hold; {@code what} names what is wrong then. */
    public void require(boolean holds, byte[] what) {
        if (!holds) {
            broken(what);
        }
    }

    /** Leaves a dump and stops the machine because something holds no longer that must always hold; {@code what} names it. Never returns. */
    public void broken(byte[] what) {
        leaveDump(Text.of("nucleus: broken invariant: "), what);
        hardware.powerOff(BROKEN_STATUS);
    }

    /** Leaves a dump and restarts the machine because it cannot go on as it is; {@code why} says so. Never returns. */
    public void restart(byte[] why) {
        leaveDump(Text.of("nucleus: the machine restarts: "), why);
        hardware.restart();
    }

    /** Ends the log with a line, and seals it and the rings with it. */
    private void leaveDump(byte[] how, byte[] why) {
        takeSerial();
        text(how).text(why).line();
        flush();
        DUMP.storeLong(end, DumpLayout.LOG_END);
        long sum = DUMP.loadInt(DumpLayout.IMAGE);
        for (int i = DumpLayout.LOG_END; i < DumpLayout.SIZE; i += Long.BYTES) {
            sum = 31 * sum + DUMP.loadLong(i);
        }
        DUMP.storeLong(sum, DumpLayout.CHECKSUM);
        DUMP.storeInt(DumpLayout.MAGIC);
    }

    /** Stops the machine because of an exception of the nucleus itself: writes down vector, place, and the chain of callers, as far as it stays on the nucleus's stacks. Never returns. */
    public void exception(int vector, long error, long pc, long framePointer) {
        text(Text.of("nucleus: exception ")).decimal(vector).text(Text.of(", error ")).hex(error).text(Text.of(", at ")).hex(pc).text(Text.of(", fault address ")).hex(hardware.faultAddress()).line();
        long frame = framePointer;
        long below = STACKS;
        for (int i = 0; i < FRAME_LIMIT && frame < 0 && frame > below && (frame & Long.BYTES - 1) == 0; i++) {
            text(Text.of("nucleus:   called from ")).hex(Address.fromLong(frame).loadLong(Long.BYTES)).line();
            below = frame;
            frame = Address.fromLong(frame).loadLong();
        }
        broken(Text.of("the nucleus caused a processor exception"));
    }
}
