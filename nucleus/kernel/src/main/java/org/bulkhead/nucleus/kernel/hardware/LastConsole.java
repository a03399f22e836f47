package org.bulkhead.nucleus.kernel.hardware;

/** The console of last resort: the emulators' debug port, and the first serial port for as long as no isolate has it. No interrupts, bounded waits. */
public final class LastConsole {
    /** First port of the first serial interface (16550). */
    public static final int SERIAL = 0x3F8;
    /** Bytes that the serial port takes when it is ready. */
    public static final int FIFO_SIZE = 16;
    private static final int DEBUG_PORT = 0xE9, INTERRUPT_ENABLE = SERIAL + 1, FIFO_CONTROL = SERIAL + 2, LINE_CONTROL = SERIAL + 3;
    private static final int MODEM_CONTROL = SERIAL + 4, LINE_STATUS = SERIAL + 5, DIVISOR_ACCESS = 0x80, EIGHT_BITS_NO_PARITY = 3, FIFO_ON = 7;
    private static final int TERMINAL_READY = 3, TRANSMITTER_EMPTY = 0x40, POLL_LIMIT = 100_000;

    private enum Serial { FREE, TAKEN }

    private final Hardware hardware;
    private Serial serial = Serial.FREE;

    public LastConsole(Hardware hardware) { this.hardware = hardware; }

    /** Sets the serial port to 115200 baud, 8 bits, no parity, and takes it (back) from whoever had it. */
    public void takeSerial() {
        hardware.out(INTERRUPT_ENABLE, 0);
        hardware.out(LINE_CONTROL, DIVISOR_ACCESS);
        hardware.out(SERIAL, 1);
        hardware.out(INTERRUPT_ENABLE, 0);
        hardware.out(LINE_CONTROL, EIGHT_BITS_NO_PARITY);
        hardware.out(FIFO_CONTROL, FIFO_ON);
        hardware.out(MODEM_CONTROL, TERMINAL_READY);
        serial = Serial.FREE;
    }

    /** Leaves the serial port to an isolate. */
    public void leaveSerial() { serial = Serial.TAKEN; }

    /** Returns whether the serial port is the nucleus's. */
    public boolean hasSerial() { return serial == Serial.FREE; }

    /** Writes one byte to the debug port. */
    public void put(int value) { hardware.out(DEBUG_PORT, value); }

    /** Returns whether the serial port has sent all it was given, and takes {@link #FIFO_SIZE} bytes without waiting. */
    public boolean isReady() { return (hardware.in(LINE_STATUS) & TRANSMITTER_EMPTY) != 0; }

    /** Waits, for a bounded time, until {@link #isReady}. */
    public void awaitReady() {
        for (int polls = 0; polls < POLL_LIMIT && !isReady(); polls++) { }
    }

    /** Gives one byte to the serial port; the end of a line counts as two. */
    public void send(int value) {
        if (value == '\n') hardware.out(SERIAL, '\r');
        hardware.out(SERIAL, value);
    }
}
