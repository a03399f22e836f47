package org.bulkhead.builder.campaign;

import java.util.Locale;

/** Kinds of faults; the first seven change a driver's machine code as MINIX's fault injector does. */
public enum FaultClass {
    /** One bit of what says where an instruction takes its operand from. */
    SOURCE,
    /** One bit of what says where an instruction puts its result. */
    DESTINATION,
    /** One bit of how the address of an object in memory is computed; not of the frame. */
    POINTER,
    /** An instruction that passes an argument is left out. */
    INTERFACE,
    /** The condition of a branch is inverted, or a jump is left out. */
    LOOP,
    /** One bit, anywhere. */
    TEXT,
    /** An instruction is left out. */
    NOP,
    /** One bit of the isolate's memory: stack, heap, statics, buffers. */
    MEMORY,
    /** One bit of a general register, while the driver runs. */
    REGISTER,
    /** The device lies: what the driver reads from a port is not what the device said. */
    DEVICE,
    /** The nucleus refuses a system call because something is used up. */
    RESOURCE;

    /** Returns whether it changes machine code. */
    public boolean changesCode() {
        return ordinal() <= NOP.ordinal();
    }

    /** Returns its name on the command line and in files. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
