package org.bulkhead.isolate.call;

import org.bulkhead.nucleus.abi.ErrorCode;
import org.bulkhead.nucleus.abi.MessageLayout;
import org.bulkhead.nucleus.abi.SystemCall;
import org.bulkhead.vm.magic.IdleNotifications;
import org.bulkhead.vm.magic.Inline;
import org.bulkhead.vm.magic.ProgramThreads;

/** The notification bits of this isolate that have arrived and that nobody has taken yet. */
public final class Notifications {
    private Notifications() {}

    /**
     * Takes those of the bits in {@code mask} that have arrived; returns them, 0 for none. Does not wait.
     *
     * @param mask a bit for each number, 0 to 63, that is wanted
     * @return the bits taken
     */
    @Inline
    public static long take(long mask) {
        IsolateState state = IsolateState.current();
        if (IdleNotifications.any()) {
            state.arrived |= IdleNotifications.take();
        }
        long taken = state.arrived & mask;
        state.arrived &= ~mask;
        return taken;
    }

    /**
     * Waits until one of the bits in {@code mask} has arrived, and takes those that have; messages stay queued, other bits stay for later. Other threads of this isolate run meanwhile; each must wait for bits of its own.
     *
     * @param mask a bit for each number, 0 to 63, that is wanted
     * @param deadline nanoseconds since boot, or {@link Nucleus#FOREVER}
     * @return the bits taken, 0 if the deadline passed
     */
    public static long await(long mask, long deadline) {
        IsolateState state = IsolateState.current();
        state.arrived |= IdleNotifications.take();
        while ((state.arrived & mask) == 0) {
            if (ProgramThreads.othersLive() && Nucleus.now() < deadline) {
                ProgramThreads.awaitNotifications(deadline);
                state.arrived |= IdleNotifications.take();
            } else if (!receive(state, deadline)) {
                return 0;
            }
        }
        return take(mask);
    }

    /** Waits with the whole isolate; returns whether bits have arrived. */
    private static boolean receive(IsolateState state, long deadline) {
        if (state.received == null) {
            state.received = RawBuffer.allocate(MessageLayout.SIZE);
        }
        RawBuffer received = state.received;
        long result = Nucleus.tryReceive(SystemCall.NOTIFICATIONS_ONLY, received.address(0, MessageLayout.SIZE), deadline);
        if (result == MessageLayout.RECEIVED_NOTIFICATION) {
            state.arrived |= received.longAt(MessageLayout.PAYLOAD);
            return true;
        }
        if (result < 0 && Nucleus.error(result) != ErrorCode.DEADLINE) {
            Nucleus.check(result, "notifications");
        }
        return false;
    }

    /**
     * Waits for {@code nanos} nanoseconds; bits that arrive meanwhile stay for later.
     *
     * @param nanos how long, 0 or more
     */
    public static void sleep(long nanos) {
        await(0, Nucleus.after(nanos));
    }
}
