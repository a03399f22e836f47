package org.bulkhead.vm.runtime.exceptions;

import org.bulkhead.vm.magic.Address;
import org.bulkhead.vm.magic.Magic;
import org.bulkhead.vm.magic.NoStackProbe;
import org.bulkhead.vm.runtime.memory.Allocation;
import org.bulkhead.vm.runtime.substitute.ClassSubstitution;

/** The places in the code that a stack trace consists of, innermost first: for each frame an address inside the instruction at which it stopped, below 4 GiB. */
@NoStackProbe
public final class Backtrace {
    /** Frames that a trace shows at most, as on other VMs. */
    static final int MAX_SHOWN = 1024;
    /** Frames captured at most: some are the VM's own and not shown. */
    private static final int MAX_CAPTURED = MAX_SHOWN + 64;

    private Backtrace() {}

    /** Returns the places of all callers. May collect. */
    public static int[] capture() {
        Address innermost = Magic.framePointer();
        int[] places = new int[count(innermost)];
        fill(innermost, places);
        return places;
    }

    /** Returns the places of all callers, or null if there is no room on the heap. Never collects. */
    static int[] captureIfRoom() {
        Address innermost = Magic.framePointer();
        int[] places = (int[]) Allocation.newArrayIfRoom(ClassSubstitution.hubOf(int[].class), count(innermost));
        if (places != null) {
            fill(innermost, places);
        }
        return places;
    }

    private static int count(Address innermost) {
        int frames = 0;
        Address callee = innermost;
        while (frames < MAX_CAPTURED && !callee.loadAddress(Long.BYTES).isZero()) {
            callee = callee.loadAddress(0);
            frames++;
        }
        return frames;
    }

    private static void fill(Address innermost, int[] places) {
        Address callee = innermost;
        boolean fault = false;
        for (int i = 0; i < places.length; i++) {
            Address pc = callee.loadAddress(Long.BYTES);
            Address place = fault ? pc : pc.minus(1);
            places[i] = place.toInt();
            fault = Faults.isFaultMethod(CodeTable.find(place));
            callee = callee.loadAddress(0);
        }
    }
}
