package org.bulkhead.nucleus.kernel.hardware;

import org.bulkhead.vm.magic.Address;

/** What is written before the machine stops because the nucleus itself caused an exception. */
public final class Dump {
    /** The invariant that is broken then. */
    public static final byte[] EXCEPTION = Text.of("the nucleus caused a processor exception");

    private static final int FRAME_LIMIT = 24;
    /** The nucleus's stacks lie in the window on physical memory; a frame pointer outside is not followed. */
    private static final long STACKS = 0xFFFF_8000_0000_0000L;
    private static final byte[] VECTOR = Text.of("nucleus: exception ");
    private static final byte[] ERROR = Text.of(", error ");
    private static final byte[] PC = Text.of(", at ");
    private static final byte[] ADDRESS = Text.of(", fault address ");
    private static final byte[] CALLED_FROM = Text.of("nucleus:   called from ");

    private Dump() {}

    /** Writes vector, place, and the chain of callers. */
    public static void write(KernelLog log, int vector, long error, long pc, long address, long framePointer) {
        log.text(VECTOR).decimal(vector).text(ERROR).hex(error).text(PC).hex(pc).text(ADDRESS).hex(address).line();
        long frame = framePointer;
        for (int i = 0; i < FRAME_LIMIT && frame < 0 && frame >= STACKS && (frame & Long.BYTES - 1) == 0; i++) {
            log.text(CALLED_FROM).hex(Address.fromLong(frame).loadLong(Long.BYTES)).line();
            long caller = Address.fromLong(frame).loadLong();
            if (caller <= frame) return;
            frame = caller;
        }
    }
}
