package org.bulkhead.builder.emulator;

/** The emulators that are supported. */
public enum EmulatorKind {
    /** The reference machine: equal runs are equal instruction for instruction. */
    BOCHS("bochs", "bochs bochs-term bochsbios vgabios"),
    /** A fast second opinion. */
    QEMU("qemu-system-x86_64", "qemu-system-x86");

    private final String command;
    private final String packages;

    EmulatorKind(String command, String packages) {
        this.command = command;
        this.packages = packages;
    }

    /** Returns the name of the program to run. */
    public String command() {
        return command;
    }

    /** Returns the Debian packages that provide it, separated by blanks. */
    public String packages() {
        return packages;
    }
}
