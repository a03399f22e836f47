package org.bulkhead.nucleus.kernel;

import org.bulkhead.nucleus.abi.DeathReason;
import org.bulkhead.nucleus.kernel.hardware.Text;

/** Reasons of death as numbers, with their names for the log. Worked out while the image is built. */
public final class Reason {
    public static final int EXIT = DeathReason.EXIT.ordinal(), UNCAUGHT_EXCEPTION = DeathReason.UNCAUGHT_EXCEPTION.ordinal();
    public static final int OUT_OF_MEMORY = DeathReason.OUT_OF_MEMORY.ordinal(), WILD_ACCESS = DeathReason.WILD_ACCESS.ordinal();
    public static final int PRIVILEGED_INSTRUCTION = DeathReason.PRIVILEGED_INSTRUCTION.ordinal(), INVALID_INSTRUCTION = DeathReason.INVALID_INSTRUCTION.ordinal();
    public static final int PROCESSOR_EXCEPTION = DeathReason.PROCESSOR_EXCEPTION.ordinal(), STACK_EXHAUSTED = DeathReason.STACK_EXHAUSTED.ordinal();
    public static final int CPU_BUDGET = DeathReason.CPU_BUDGET.ordinal(), REQUEST_OVERDUE = DeathReason.REQUEST_OVERDUE.ordinal(), KILLED = DeathReason.KILLED.ordinal();
    /** Number of reasons. */
    public static final int COUNT = DeathReason.values().length;

    private static final byte[][] NAMES = Text.names(DeathReason.values());

    private Reason() {}

    /** Returns the name of a reason. */
    public static byte[] name(int reason) { return NAMES[reason]; }
}
