package org.bulkhead.nucleus.kernel.hardware;

import org.bulkhead.vm.magic.*;

/**
 * The privileged instructions that the nucleus needs, one method each, so that a simulated machine can take their place on HotSpot; and the ways to end the machine.
 *
 * <p>Nothing here has policy or state.
 */
public class Hardware {
    /** Bochs ends when this text is written to {@link #BOCHS_PORT} (Bochs user manual). */
    private static final int BOCHS_PORT = 0x8900;
    /** QEMU's isa-debug-exit: the process ends with twice the value plus one. */
    private static final int QEMU_PORT = 0xF4;
    /**
     * Ports and values: a hard reset by the PCI chipset (PIIX3 datasheet, reset control register); where there is none, by the keyboard controller, which resets the processor alone and leaves
     * model-specific registers as they are, so that Bochs's BIOS fails afterwards.
     */
    private static final int[] RESET = {0xCF9, 0x06, 0x64, 0xFE};

    /** Returns the byte read from an I/O port, 0 to 255. */
    public int in(int port) {
        return Magic.inByte(port);
    }

    /** Writes the low byte of {@code value} to an I/O port. */
    public void out(int port, int value) {
        Magic.outByte(port, value);
    }

    /** Writes one byte after the other: port, value, port, value … */
    public final void out(int[] portsAndValues) {
        for (int i = 0; i < portsAndValues.length; i += 2) {
            out(portsAndValues[i], portsAndValues[i + 1]);
        }
    }

    /** Writes 32 bits to an I/O port. */
    public void outInt(int port, int value) {
        Magic.outInt(port, value);
    }

    /** Returns the time-stamp counter. */
    public long timestamp() {
        return Magic.timestamp();
    }

    /** Returns the address whose access caused the last page fault. */
    public long faultAddress() {
        return Magic.readFaultAddress().toLong();
    }

    /** Makes the page tables under the root at physical address {@code root} current. */
    public void loadPageTables(long root) {
        Magic.writePageTableRoot(root);
    }

    /** Forgets the translation of the page at {@code address} in the current address space. */
    public void invalidate(long address) {
        Magic.invalidatePage(Address.fromLong(address));
    }

    /** Sets a model-specific register. */
    public void writeModelRegister(int number, long value) {
        Magic.writeModelRegister(number, value);
    }

    /** Saves the floating-point state to 512 bytes at a multiple of 16. */
    public void saveFloatingPoint(long area) {
        Magic.saveFloatingPoint(Address.fromLong(area));
    }

    /** Restores the floating-point state from {@code area}. */
    public void restoreFloatingPoint(long area) {
        Magic.restoreFloatingPoint(Address.fromLong(area));
    }

    /** Ends all execution: with interrupts off the processor waits for ever. */
    public void stop() {
        while (true) {
            Magic.disableInterrupts();
            Magic.halt();
        }
    }

    /** Ends the emulator, telling it {@code status} if it can take one; on a real machine the processor stops. */
    public final void powerOff(int status) {
        for (byte character : Text.of("Shutdown")) {
            out(BOCHS_PORT, character);
        }
        out(QEMU_PORT, status);
        stop();
    }

    /** Resets the machine; its memory keeps what it holds. */
    public final void restart() {
        out(RESET);
        stop();
    }
}
