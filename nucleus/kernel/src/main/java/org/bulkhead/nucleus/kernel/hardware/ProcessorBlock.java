package org.bulkhead.nucleus.kernel.hardware;

import org.bulkhead.vm.magic.*;

/**
 * The memory that belongs to the processor: what the entry code finds through gs, and the tables that the processor reads by itself.
 *
 * <pre>
 * page 0    0 u64 top of the nucleus's stack   8 u64 scratch of the entry code   16 u64 context of the current thread, 0 = none (idle)
 *          24 u64 root of the page tables to start with
 *          32 operand of lgdt (u16 limit, u64 base)   48 operand of lidt
 *          64 segment descriptors: null, nucleus code, nucleus data, (32-bit code, unused), isolate data, isolate code, task state (16 bytes)
 * page 1   interrupt gates, 256 × 16 bytes
 * page 2   task state segment (104 bytes), then the I/O permission bitmap: 8192 bytes and one of ones, to page 4
 * page 5   stack for faults of the nucleus itself
 * page 6.. nucleus stack, 8 pages; its lowest word holds a canary
 * </pre>
 */
public final class ProcessorBlock {
    /** What ring 3 may do with ports. */
    public enum Ports { OPEN, CLOSED }

    private static final int PAGE = 4096;
    /** Pages that a block needs, one behind the other. */
    public static final int PAGES = 14;
    static final int STACK_TOP = 0;
    static final int CONTEXT = 16;
    static final int ROOT = 24;
    static final int GDT_OPERAND = 32;
    static final int IDT_OPERAND = 48;
    static final int GDT = 64;
    static final int GDT_SIZE = 64;
    static final int IDT = PAGE;
    static final int TASK_STATE = 2 * PAGE;
    static final int FAULT_STACK_TOP = 6 * PAGE;
    static final int STACK_BOTTOM = 6 * PAGE;
    static final int STACK_END = PAGES * PAGE;

    // Selectors; sysret demands isolate data right below isolate code (Intel SDM 2B, SYSRET).
    static final int NUCLEUS_CODE = 0x08;
    static final int SYSRET_BASE = 0x18;
    /** The descriptors before that of the task state. */
    private static final long[] SEGMENTS = {0, 0x00AF_9B00_0000_FFFFL, 0x00CF_9300_0000_FFFFL, 0, 0x00CF_F300_0000_FFFFL, 0x00AF_FB00_0000_FFFFL};
    private static final long TASK_STATE_TYPE = 0x89L << 40;

    private static final int VECTORS = 256;
    private static final int GATE_SIZE = 16;
    private static final int INTERRUPT_GATE = 0x8E00;
    public static final int NON_MASKABLE = 2;
    public static final int DOUBLE_FAULT = 8;
    public static final int MACHINE_CHECK = 18;

    // Task state (Intel SDM 3A, figure 8-11).
    private static final int TASK_RSP0 = 4;
    private static final int TASK_IST1 = 36;
    private static final int TASK_BITMAP_BASE = 102;
    static final int PORT_BITMAP = 104;
    private static final int PORT_BITMAP_SIZE = 8192;
    private static final int TASK_STATE_SIZE = PORT_BITMAP + PORT_BITMAP_SIZE + 1;
    public static final int PORTS_AS_OPENED = PORT_BITMAP;
    public static final int NO_PORTS = TASK_STATE_SIZE;

    private static final long CANARY = 0x6275_6C6B_6865_6164L;

    private static final int MSR_STAR = 0xC000_0081;
    private static final int MSR_LSTAR = 0xC000_0082;
    private static final int MSR_FLAG_MASK = 0xC000_0084;
    private static final int MSR_GS_BASE = 0xC000_0101;
    /** What ring 3 starts with: swapgs exchanges the two. */
    private static final int MSR_OTHER_GS_BASE = 0xC000_0102;
    /** Flags that a system call clears: AC, NT, DF, IF, TF. */
    private static final long SYSTEM_CALL_CLEARS = 0x4_4700;

    /** Address of the block. */
    public long start;

    /** Lays the block out in {@link #PAGES} zeroed pages at {@code memory}. */
    public void initialize(long memory, long root) {
        start = memory;
        Address block = Address.fromLong(memory);
        block.storeLong(memory + STACK_END, STACK_TOP);
        block.storeLong(root, ROOT);
        block.storeLong(CANARY, STACK_BOTTOM);
        block.storeShort((short) (GDT_SIZE - 1), GDT_OPERAND);
        block.storeLong(memory + GDT, GDT_OPERAND + 2);
        block.storeShort((short) (VECTORS * GATE_SIZE - 1), IDT_OPERAND);
        block.storeLong(memory + IDT, IDT_OPERAND + 2);
        Address segments = block.plus(GDT);
        for (int i = 0; i < SEGMENTS.length; i++) {
            segments.storeLong(SEGMENTS[i], i * Long.BYTES);
        }
        long task = memory + TASK_STATE;
        long low = TASK_STATE_SIZE - 1 | (task & 0xFF_FFFF) << 16 | TASK_STATE_TYPE | (task >>> 24 & 0xFF) << 56;
        segments.storeLong(low, 0x30);
        segments.storeLong(task >>> 32, 0x38);
        Address state = block.plus(TASK_STATE);
        state.storeLong(memory + STACK_END, TASK_RSP0);
        state.storeLong(memory + FAULT_STACK_TOP, TASK_IST1);
        state.storeShort((short) PORT_BITMAP, TASK_BITMAP_BASE);
        for (int i = 0; i < PORT_BITMAP_SIZE; i += Long.BYTES) {
            state.storeLong(-1, PORT_BITMAP + i);
        }
        // The processor reads two bytes for every port, so one byte of ones follows the bitmap (Intel SDM 1, 19.5.2).
        state.storeByte((byte) -1, PORT_BITMAP + PORT_BITMAP_SIZE);
    }

    /** Points all interrupt gates at the entry code's stubs, {@code stride} bytes each, and system calls at {@code systemCall}, and makes the block what the entry code finds through gs. */
    public void installEntries(Hardware hardware, long stubs, int stride, int stubCount, long systemCall) {
        Address gates = Address.fromLong(start + IDT);
        for (int vector = 0; vector < stubCount; vector++) {
            long code = stubs + (long) vector * stride;
            int stack = vector == NON_MASKABLE || vector == DOUBLE_FAULT || vector == MACHINE_CHECK ? 1 : 0;
            long low = code & 0xFFFF | (long) NUCLEUS_CODE << 16 | (long) stack << 32 | (long) INTERRUPT_GATE << 32 | (code >>> 16 & 0xFFFF) << 48;
            gates.storeLong(low, vector * GATE_SIZE);
            gates.storeLong(code >>> 32, vector * GATE_SIZE + Long.BYTES);
        }
        hardware.writeModelRegister(MSR_STAR, (long) (SYSRET_BASE | 3) << 48 | (long) NUCLEUS_CODE << 32);
        hardware.writeModelRegister(MSR_LSTAR, systemCall);
        hardware.writeModelRegister(MSR_FLAG_MASK, SYSTEM_CALL_CLEARS);
        hardware.writeModelRegister(MSR_GS_BASE, start);
        hardware.writeModelRegister(MSR_OTHER_GS_BASE, 0);
    }

    /** Makes the entry code continue with the thread whose state is at {@code context}; 0 = wait for an interrupt. */
    public void setContext(long context) {
        Address.fromLong(start).storeLong(context, CONTEXT);
    }

    /** Makes ring 3 have the ports that are opened ({@link #PORTS_AS_OPENED}), or none: a bitmap beyond the end of the task state has no port (Intel SDM 1, 19.5.2). */
    public void usePorts(int bitmap) {
        Address.fromLong(start + TASK_STATE).storeShort((short) bitmap, TASK_BITMAP_BASE);
    }

    /** Opens ports to ring 3, or closes them. */
    public void setPorts(int first, int count, Ports access) {
        Address bitmap = Address.fromLong(start + TASK_STATE + PORT_BITMAP);
        int closed = access == Ports.CLOSED ? -1 : 0;
        for (int port = first; port < first + count; port++) {
            Address eight = bitmap.plus(port >> 3);
            int bit = 1 << (port & 7);
            eight.storeByte((byte) (eight.loadByte() & ~bit | closed & bit));
        }
    }

    /** Returns whether the nucleus's stack has never grown over its end. */
    public boolean stackIsSound() {
        return Address.fromLong(start).loadLong(STACK_BOTTOM) == CANARY;
    }
}
