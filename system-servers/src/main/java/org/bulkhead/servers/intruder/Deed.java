package org.bulkhead.servers.intruder;

import org.bulkhead.nucleus.abi.DeathReason;

/** What the intruder does, in the order of its lives, and how that life must end; {@link DeathReason#EXIT} means that it lives to tell that all was refused. */
public enum Deed {
    FOREIGN_PORT(DeathReason.PRIVILEGED_INSTRUCTION),
    DISABLE_INTERRUPTS(DeathReason.PRIVILEGED_INSTRUCTION),
    HALT_PROCESSOR(DeathReason.PRIVILEGED_INSTRUCTION),
    READ_CONTROL_REGISTER(DeathReason.PRIVILEGED_INSTRUCTION),
    READ_NUCLEUS(DeathReason.WILD_ACCESS),
    WRITE_NUCLEUS(DeathReason.WILD_ACCESS),
    READ_PHYSICAL_MEMORY(DeathReason.WILD_ACCESS),
    WRITE_PHYSICAL_MEMORY(DeathReason.WILD_ACCESS),
    READ_FOREIGN_MEMORY(DeathReason.WILD_ACCESS),
    WRITE_FOREIGN_MEMORY(DeathReason.WILD_ACCESS),
    WRITE_CODE(DeathReason.WILD_ACCESS),
    EXECUTE_DATA(DeathReason.WILD_ACCESS),
    FOREIGN_WINDOWS(DeathReason.EXIT),
    FORGED_HANDLES(DeathReason.EXIT),
    STALE_HANDLE(DeathReason.EXIT),
    SUPERVISOR_CALLS(DeathReason.EXIT),
    UNKNOWN_CALLS(DeathReason.EXIT),
    RANDOM_CALLS(DeathReason.EXIT);

    private final DeathReason expected;

    Deed(DeathReason expected) {
        this.expected = expected;
    }

    /** Returns the reason of the death that must follow. */
    DeathReason expected() {
        return expected;
    }
}
