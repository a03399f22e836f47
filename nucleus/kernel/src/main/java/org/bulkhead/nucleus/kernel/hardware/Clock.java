package org.bulkhead.nucleus.kernel.hardware;

/** Time: the time-stamp counter, calibrated against the 8254 timer, which also gives the tick that ends time slices. (Intel 8254 data sheet.) */
public final class Clock {
    /** Ticks of the interrupt per second. */
    public static final int TICKS_PER_SECOND = 1000;
    public static final long NANOSECONDS_PER_SECOND = 1_000_000_000;
    /** Interrupt line of the timer. */
    public static final int LINE = 0;
    /** The timer's ports, from the first on. */
    public static final int FIRST_PORT = 0x40;
    public static final int PORTS = 4;
    /** Controls the gate of the timer's third channel. */
    public static final int GATE_PORT = 0x61;

    private static final int TIMER_FREQUENCY = 1_193_182;
    private static final int CHANNEL_0 = FIRST_PORT;
    private static final int CHANNEL_2 = 0x42;
    private static final int MODE = 0x43;
    private static final int CHANNEL_0_RATE = 0x34;
    private static final int CHANNEL_2_ONE_SHOT = 0xB0;
    private static final int GATE_ON = 1;
    private static final int SPEAKER_ON = 2;
    private static final int OUTPUT = 0x20;
    private static final int CALIBRATIONS_PER_SECOND = 100;
    /** Gives up waiting for a timer that is not there; far more polls than 10 ms need. */
    private static final int POLL_LIMIT = 100_000_000;

    private final Hardware hardware;
    private long origin;
    /** Time-stamp ticks per second. */
    public long frequency = NANOSECONDS_PER_SECOND;

    public Clock(Hardware hardware) {
        this.hardware = hardware;
    }

    /** Measures the time-stamp counter for 10 ms and starts the tick; {@code origin} is its value at time 0. Returns whether the timer answered. */
    public boolean start(long origin) {
        this.origin = origin;
        hardware.out(GATE_PORT, hardware.in(GATE_PORT) & ~(GATE_ON | SPEAKER_ON));
        hardware.out(MODE, CHANNEL_2_ONE_SHOT);
        write(CHANNEL_2, TIMER_FREQUENCY / CALIBRATIONS_PER_SECOND);
        hardware.out(GATE_PORT, hardware.in(GATE_PORT) & ~SPEAKER_ON | GATE_ON);
        long begin = hardware.timestamp();
        int polls = 0;
        while ((hardware.in(GATE_PORT) & OUTPUT) == 0 && polls < POLL_LIMIT) {
            polls++;
        }
        long measured = (hardware.timestamp() - begin) * CALIBRATIONS_PER_SECOND;
        if (polls == POLL_LIMIT || measured <= 0) return false;
        frequency = measured;
        hardware.out(MODE, CHANNEL_0_RATE);
        write(CHANNEL_0, TIMER_FREQUENCY / TICKS_PER_SECOND);
        return true;
    }

    private void write(int channel, int count) {
        hardware.out(channel, count & 0xFF);
        hardware.out(channel, count >> 8);
    }

    /** Returns nanoseconds since time 0. */
    public long now() {
        return nanoseconds(hardware.timestamp() - origin);
    }

    /** Returns how long a number of time-stamp ticks takes. */
    public long nanoseconds(long ticks) {
        // In two steps, since ticks × 10⁹ overflows after seconds.
        return ticks / frequency * NANOSECONDS_PER_SECOND + ticks % frequency * NANOSECONDS_PER_SECOND / frequency;
    }
}
