package org.bulkhead.vm.magic;

/**
 * Memory of a device or of another isolate was touched that is not mapped, or not any more: a lease has ended, may only be read, or a window was withdrawn. An InternalError, as other VMs have it for a
 * mapped file that was cut off.
 */
public final class WindowAccessError extends InternalError {
    private static final long serialVersionUID = 1;

    private final long address;

    /** The access was to {@code address}. */
    public WindowAccessError(long address) {
        super("no memory is mapped at 0x" + Long.toHexString(address) + " for that access: the lease has ended or is only for reading, or the window was withdrawn");
        this.address = address;
    }

    /** Returns what was touched. */
    public long address() {
        return address;
    }
}
