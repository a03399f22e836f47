package org.bulkhead.builder.emulator;

import java.util.LinkedHashMap;
import java.util.Map;
import org.bulkhead.nucleus.abi.AddressSpaceLayout;

/**
 * Changes machine code in a {@link DebuggedMachine} that may have been executed already.
 *
 * <p>Bochs keeps decoded instructions and drops them only when the processor writes to their bytes, not when its debugger does. So after the debugger has written, the processor is led to one
 * instruction of its own, in the gap behind a method of the nucleus, that stores a byte which is already there. It costs one tick.
 */
public final class CodePatcher {
    /** {@code mov [rdi], al}. */
    private static final byte[] STORE = {(byte) 0x88, 0x07};
    /** Bochs watches code in pieces of so many bytes. */
    private static final long PIECE = 128;

    private final DebuggedMachine machine;
    private final long gap;
    private boolean written;

    /**
     * @param gap address of two bytes of the nucleus's code that belong to nothing
     */
    public CodePatcher(DebuggedMachine machine, long gap) {
        this.machine = machine;
        this.gap = gap;
    }

    /**
     * Writes to code at a physical address, which is also its linear address.
     *
     * @throws IllegalStateException unless the machine is stopped in the nucleus
     */
    public void write(long address, byte[] bytes) {
        if (!machine.inNucleus()) {
            throw new IllegalStateException("code can be changed while the processor is in the nucleus only");
        }
        if (!written) {
            machine.setMemory(gap, STORE);
            written = true;
        }
        machine.setMemory(address, bytes);
        Map<String, Long> before = machine.registers();
        for (long at = address; at < address + bytes.length; at = (at / PIECE + 1) * PIECE) {
            Map<String, Long> store = new LinkedHashMap<>();
            store.put("rdi", AddressSpaceLayout.PHYSICAL_WINDOW + at);
            store.put("rax", (long) bytes[(int) (at - address)] & 0xFF);
            store.put("rip", gap);
            machine.setRegisters(store);
            machine.step();
        }
        Map<String, Long> restored = new LinkedHashMap<>();
        for (String each : new String[] {"rdi", "rax", "rip"}) {
            restored.put(each, before.get(each));
        }
        machine.setRegisters(restored);
    }
}
