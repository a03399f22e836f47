package org.bulkhead.vm.runtime.exceptions;

import org.bulkhead.vm.magic.Address;
import org.bulkhead.vm.magic.Magic;
import org.bulkhead.vm.magic.NeverReturns;
import org.bulkhead.vm.magic.NoStackProbe;
import org.bulkhead.vm.magic.WindowAccessError;
import org.bulkhead.vm.runtime.FaultKind;
import org.bulkhead.vm.runtime.StackLayout;
import org.bulkhead.vm.runtime.platform.Platform;
import org.bulkhead.vm.runtime.platform.PlatformHolder;

/** Turns hardware faults into exceptions. */
@NoStackProbe
public final class Faults {
    /** Below this nothing is ever mapped, so a fault there is the use of a null reference. */
    private static final long NULL_ZONE = 1 << 20;

    /** The code table entry of the method that faults enter; 0 before the first fault. */
    private static Address faultMethod = Address.zero();

    private Faults() {}

    /** Returns whether frames called from the method with that code table entry stopped at a faulting instruction, not at a call. */
    static boolean isFaultMethod(Address entry) {
        return !entry.isZero() && entry.sameAs(faultMethod);
    }

    /**
     * Throws what a fault means. Called only from the method that faults enter, whose own return address is the faulting instruction.
     *
     * @param pc the faulting instruction
     * @param address what it touched, for {@link FaultKind#MEMORY} and {@link FaultKind#WINDOW}
     * @param kind one of the constants of {@link FaultKind}
     */
    @NeverReturns
    public static void raise(Address pc, Address address, int kind) {
        if (faultMethod.isZero()) {
            faultMethod = CodeTable.find(Magic.framePointer().loadAddress(Long.BYTES).minus(1));
        }
        Platform platform = PlatformHolder.platform();
        if (CodeTable.find(pc).isZero()) {
            platform.fatal("fault outside compiled code", pc, address);
        }
        if (kind == FaultKind.DIVISION) {
            throw new ArithmeticException("/ by zero");
        }
        if (kind == FaultKind.WINDOW) {
            throw new WindowAccessError(address.toLong());
        }
        if (kind == FaultKind.MEMORY) {
            if (address.below(Address.fromLong(NULL_ZONE))) {
                throw new NullPointerException();
            }
            Address limit = platform.stackLimit();
            if (address.below(limit) && address.atLeast(limit.minus(StackLayout.GUARD_SIZE))) {
                throw MemoryErrors.stackOverflow();
            }
            platform.fatal("wild memory access", pc, address);
        }
        platform.fatal("unexpected processor fault", pc, address);
    }
}
