package org.bulkhead.vm.runtime.thread;

import org.bulkhead.vm.magic.Address;
import org.bulkhead.vm.magic.Magic;
import org.bulkhead.vm.magic.NoStackProbe;
import org.bulkhead.vm.runtime.platform.PlatformHolder;

/** The machine under compiled code: its stack, and the platform's time. */
@NoStackProbe
final class PlatformMachine implements Machine {
    /** Polls in a slice: some tens of microseconds of a loop that does little else. */
    private static final int SLICE = 20_000;

    private final SavedStacks stacks = new SavedStacks(bytes -> PlatformHolder.platform().allocateMemory(bytes));
    /** The thread whose stack was put away last. */
    private VmThread left;

    SavedStacks stacks() {
        return stacks;
    }

    @Override
    public long nanoTime() {
        return PlatformHolder.platform().nanoTime();
    }

    @Override
    public void idle(long nanos) {
        PlatformHolder.platform().sleep(nanos);
    }

    @Override
    public boolean awaitArrival(long nanos) {
        return PlatformHolder.platform().awaitArrival(nanos);
    }

    @Override
    public void newSlice() {
        Magic.setPolls(SLICE);
    }

    @Override
    public void deadlocked() {
        PlatformHolder.platform().deadlocked(DeadlockReport.describe());
    }

    /** Gives a thread that is about to begin a place for its stack; returns whether there was memory. */
    boolean prepare(VmThread thread) {
        thread.saved = stacks.withRoomFor(0, Address.zero());
        return !thread.saved.isZero();
    }

    /** Takes the place of a thread that cannot begin after all. */
    void discard(VmThread thread) {
        if (!thread.saved.isZero()) {
            stacks.free(thread.saved);
            thread.saved = Address.zero();
        }
    }

    @Override
    public void change(VmThread from, VmThread to) {
        Address end = PlatformHolder.platform().stackEnd();
        makeRoom(from, end.distanceFrom(Magic.stackPointer()).toLong() + Magic.SWITCH_BYTES);
        left = from;
        Address innermost = Magic.switchStack(SavedStacks.contents(from.saved), SavedStacks.contents(to.saved), SavedStacks.innermost(to.saved), end);
        // Another thread, later: the one that is called `from` in this frame.
        arrived(innermost, from);
    }

    /** Puts the stack of {@code from} away and enters the program's {@code threadStart} on an empty one; returns when somebody continues with {@code from}. */
    void begin(VmThread from) {
        Address end = PlatformHolder.platform().stackEnd();
        makeRoom(from, end.distanceFrom(Magic.stackPointer()).toLong() + Magic.SWITCH_BYTES);
        left = from;
        Address innermost = Magic.startStack(SavedStacks.contents(from.saved), end);
        arrived(innermost, from);
    }

    /** Notes that {@code thread} runs now, and where the stack of the one before has ended. */
    void arrived(Address innermost, VmThread thread) {
        SavedStacks.innermost(left.saved, innermost);
        if (left.state == ThreadState.TERMINATED) {
            stacks.free(left.saved);
            left.saved = Address.zero();
        }
        left = null;
        if (!thread.saved.isZero()) {
            SavedStacks.innermost(thread.saved, Address.zero());
        }
    }

    private void makeRoom(VmThread thread, long bytes) {
        Address block = stacks.withRoomFor(bytes, thread.saved);
        if (block.isZero()) {
            PlatformHolder.platform().fatal("no memory to put the stack of a waiting thread away", Address.zero(), Address.zero());
        }
        thread.saved = block;
    }
}
