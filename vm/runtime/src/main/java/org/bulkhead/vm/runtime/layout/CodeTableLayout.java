package org.bulkhead.vm.runtime.layout;

/**
 * The table of compiled methods, sorted by code address: what the unwinder, the collector and stack traces look up by program counter.
 *
 * <pre>
 * entry (32 bytes); a list that is empty has address 0
 *   0 u32 first byte of the code      4 u32 first byte behind it
 *   8 u32 frame size: rsp = rbp - frame size everywhere between prologue and epilogue
 *  12 u32 safepoints: count, then {pc offset, slot map} by ascending pc offset
 *  16 u32 handlers:   u32 count, then {u32 start, u32 end, u32 handler, u32 hub or 0 for any} as pc offsets, first match wins
 *  20 u32 lines:      count, then {pc offset, line} by ascending pc offset, each good from its offset on
 *  24 u32 name of the method: u16 length + UTF-8, which methods share
 *  28 u32 class: {u32 mirror of the declaring class, or 0 in the nucleus; u16 length + UTF-8 class name with dots; u16 length + UTF-8 source file}, which
 *                the methods of a class share
 * </pre>
 * Safepoints and lines are {@link PackedNumbers}. A pc offset is stored as its distance from the one before, a line likewise, with its sign in the lowest bit. A slot map has one bit per slot, slot 0 in
 * the lowest bit of its first byte, {@link PackedNumbers#BITS} slots a byte and as many bytes as there are slots with references; it may be a longer number than an int holds.
 *
 * <p>A frame is {@code [rbp+8] return address, [rbp] caller's rbp, [rbp-8*(i+1)] slot i}. A set bit is a reference in the low half of the slot, the high half being 0.
 *
 * <p>A safepoint's pc offset is the return address of a call, or the address of an instruction that may fault (the two never coincide).
 * A call's handler and line are looked up at the return address minus 1, a fault's at its address.
 */
public final class CodeTableLayout {
    public static final int ENTRY_SIZE = 32;
    public static final int CODE_START = 0;
    public static final int CODE_END = 4;
    public static final int FRAME_SIZE = 8;
    public static final int SAFEPOINTS = 12;
    public static final int HANDLERS = 16;
    public static final int LINES = 20;
    public static final int NAME = 24;
    public static final int CLASS = 28;

    /** Where the class's name begins in the record of a class. */
    public static final int CLASS_NAME = 4;
    /** Bytes of the count before a list of handlers. */
    public static final int LIST_HEADER = 4;
    /** Bytes of an entry of the list of handlers. */
    public static final int HANDLER_SIZE = 16;
    /** Bytes of a frame slot. */
    public static final int SLOT_SIZE = 8;

    private CodeTableLayout() {}
}
