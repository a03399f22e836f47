package org.bulkhead.nucleus.kernel.hardware;

import org.bulkhead.vm.magic.Address;

/**
 * The log: a ring that keeps the last {@link #SIZE} bytes. Each goes to the {@linkplain LastConsole console of last resort} as well: to the debug port at once, to the serial port as fast as that sends,
 * a few bytes at every tick of the clock, since a line of text takes as long there as a million instructions.
 */
public final class KernelLog {
    /** Bytes of the ring; a power of two. */
    public static final int SIZE = 1 << 16;

    private static final byte[] BROKEN = Text.of("nucleus: broken invariant: ");
    private static final int BROKEN_STATUS = 0x7B, DIGITS = 20;

    private final LastConsole console;
    private final Ending ending;
    private final byte[] digits = new byte[DIGITS];
    private long ring, end, sent;

    public KernelLog(Hardware hardware, LastConsole console) {
        this.console = console;
        this.ending = new Ending(hardware);
    }

    /** Gives the ring its memory; what was logged before is only on the debug port. */
    public void useMemory(long memory) { ring = memory; }

    /** Appends one byte. */
    public void put(int value) {
        if (ring != 0) {
            Address.fromLong(ring + (end & SIZE - 1)).storeByte((byte) value);
            end++;
        }
        console.put(value & 0xFF);
    }

    /** Gives the serial port what it takes without waiting. */
    public void drain() {
        if (!console.hasSerial()) sent = end;
        else if (sent < end && console.isReady()) sendSome();
    }

    /** Gives the serial port all that it has not had yet, and waits until it is sent. */
    public void flush() {
        for (; console.hasSerial() && sent < end; sendSome()) console.awaitReady();
        console.awaitReady();
    }

    private void sendSome() {
        if (sent < start()) sent = start();
        for (int i = 0; i < LastConsole.FIFO_SIZE / 2 && sent < end; i++) console.send(at(sent++));
    }

    /** Leaves the serial port to an isolate, once all is sent. */
    public void leaveSerial() {
        flush();
        console.leaveSerial();
    }

    /** Appends text. */
    public KernelLog text(byte[] text) {
        for (int i = 0; i < text.length; i++) put(text[i]);
        return this;
    }

    /** Appends the bytes from {@code memory} up to a zero or {@code limit} bytes. */
    public KernelLog zeroTerminated(long memory, int limit) {
        for (int i = 0; i < limit; i++) {
            byte value = Address.fromLong(memory).loadByte(i);
            if (value == 0) break;
            put(value);
        }
        return this;
    }

    /** Appends a number of 0 or more in decimal. */
    public KernelLog decimal(long value) {
        int at = DIGITS;
        long rest = value;
        do {
            digits[--at] = (byte) ('0' + rest % 10);
            rest /= 10;
        } while (rest > 0 && at > 0);
        while (at < DIGITS) put(digits[at++]);
        return this;
    }

    /** Appends a number in hexadecimal with 0x in front. */
    public KernelLog hex(long value) {
        put('0');
        put('x');
        int shift = 60;
        while (shift > 0 && value >>> shift == 0) shift -= 4;
        for (; shift >= 0; shift -= 4) {
            int digit = (int) (value >>> shift) & 0xF;
            put(digit < 10 ? '0' + digit : 'a' - 10 + digit);
        }
        return this;
    }

    /** Ends the line. */
    public void line() { put('\n'); }

    /** Returns the offset, counted from the start of time, behind the last byte. */
    public long end() { return end; }

    /** Returns the smallest offset that is still kept. */
    public long start() { return end > SIZE ? end - SIZE : 0; }

    /** Returns the byte at an offset from {@link #start()} to {@link #end()} - 1. */
    public byte at(long offset) { return Address.fromLong(ring + (offset & SIZE - 1)).loadByte(); }

    /** Stops the machine because something holds no longer that must always hold; {@code what} names it. Never returns. */
    public void broken(byte[] what) {
        console.takeSerial();
        text(BROKEN).text(what).line();
        flush();
        ending.powerOff(BROKEN_STATUS);
    }
}
