package org.bulkhead.vm.runtime.exceptions;

import org.bulkhead.vm.magic.Address;
import org.bulkhead.vm.magic.Magic;
import org.bulkhead.vm.magic.NoStackProbe;
import org.bulkhead.vm.runtime.memory.Allocation;
import org.bulkhead.vm.runtime.substitute.ClassSubstitution;
import org.bulkhead.vm.runtime.thread.SavedStacks;
import org.bulkhead.vm.runtime.thread.VmThread;

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
        int[] places = new int[count(innermost, 0)];
        fill(innermost, 0, places);
        return places;
    }

    /** Returns the places at which a thread that does not run has stopped; none if it is about to begin. May collect. */
    public static int[] captureSaved(VmThread thread) {
        Address block = thread.savedStack();
        Address innermost = SavedStacks.innermost(block);
        long displacement = SavedStacks.displacement(block);
        int[] places = new int[count(innermost, displacement)];
        fill(innermost, displacement, places);
        return places;
    }

    /** Returns the places of all callers, or null if there is no room on the heap. Never collects. */
    static int[] captureIfRoom() {
        Address innermost = Magic.framePointer();
        int[] places = (int[]) Allocation.newArrayIfRoom(ClassSubstitution.hubOf(int[].class), count(innermost, 0));
        if (places != null) {
            fill(innermost, 0, places);
        }
        return places;
    }

    /** The frames lie at their addresses plus {@code displacement}. */
    private static int count(Address innermost, long displacement) {
        int frames = 0;
        Address callee = innermost.plus(displacement);
        while (frames < MAX_CAPTURED && !callee.loadAddress(Long.BYTES).isZero()) {
            callee = callee.loadAddress(0).plus(displacement);
            frames++;
        }
        return frames;
    }

    private static void fill(Address innermost, long displacement, int[] places) {
        Address callee = innermost.plus(displacement);
        boolean fault = false;
        for (int i = 0; i < places.length; i++) {
            Address pc = callee.loadAddress(Long.BYTES);
            Address place = fault ? pc : pc.minus(1);
            places[i] = place.toInt();
            fault = Faults.isFaultMethod(CodeTable.find(place));
            callee = callee.loadAddress(0).plus(displacement);
        }
    }
}
