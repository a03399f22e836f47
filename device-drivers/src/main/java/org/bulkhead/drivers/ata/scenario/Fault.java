package org.bulkhead.drivers.ata.scenario;

/** How an incarnation of the faulty driver ends; the incarnation's number is the ordinal, later ones are healthy. */
enum Fault {
    /** It tells the scenario's conductor, who has it killed by the supervisor, and does nothing more. */
    WAITS_TO_BE_KILLED,
    /** It writes to memory that is not its own. */
    WILD_WRITE,
    /** It switches interrupts off, which only the nucleus may. */
    PRIVILEGED_INSTRUCTION,
    /** It throws an exception that nobody catches. */
    UNCAUGHT_EXCEPTION,
    /** It never comes back from a loop. */
    ENDLESS_LOOP,
    /** It writes to memory that is not its own while the bus master moves what it was to read. */
    LEAVES_TRANSFER
}
