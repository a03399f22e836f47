package org.bulkhead.nucleus.kernel.hardware;

/** The ways to end the machine: power off, or begin again. */
public final class Ending {
    /** Bochs ends when this text is written to {@link #BOCHS_PORT} (Bochs user manual). */
    private static final byte[] BOCHS_TEXT = {'S', 'h', 'u', 't', 'd', 'o', 'w', 'n'};
    private static final int BOCHS_PORT = 0x8900;
    /** QEMU's isa-debug-exit: the process ends with twice the value plus one. */
    private static final int QEMU_PORT = 0xF4;
    private static final int KEYBOARD_COMMAND = 0x64, PULSE_RESET = 0xFE;

    private final Hardware hardware;

    public Ending(Hardware hardware) { this.hardware = hardware; }

    /** Ends the emulator, telling it {@code status} if it can take one; on a real machine the processor stops. */
    public void powerOff(int status) {
        for (int i = 0; i < BOCHS_TEXT.length; i++) hardware.out(BOCHS_PORT, BOCHS_TEXT[i]);
        hardware.out(QEMU_PORT, status);
        hardware.stop();
    }

    /** Resets the machine through the keyboard controller. */
    public void restart() {
        hardware.out(KEYBOARD_COMMAND, PULSE_RESET);
        hardware.stop();
    }
}
