package org.bulkhead.isolate.message;

import java.util.ArrayList;
import java.util.List;
import org.bulkhead.isolate.call.Notifications;
import org.bulkhead.isolate.call.Nucleus;
import org.bulkhead.isolate.protocol.InjectedFault;
import org.bulkhead.nucleus.abi.AddressSpaceLayout;
import org.bulkhead.vm.magic.Address;
import org.bulkhead.vm.magic.Magic;

/** Commits a fault on the supervisor's order, in the isolate that is to be tried: a tool for seeing how it is found and repaired. */
final class FaultInjection {
    private static final int FAILURE = 1;
    private static final int PIECE = 4096;

    private FaultInjection() {}

    /** Commits {@code fault}; returns only if that was of no consequence. */
    static void commit(InjectedFault fault) {
        switch (fault) {
            case EXCEPTION -> throw new IllegalStateException("injected fault");
            case WILD_WRITE -> Address.fromLong(AddressSpaceLayout.IMAGE_START).storeLong(0);
            case PRIVILEGED -> Magic.disableInterrupts();
            case LOOP -> spin();
            case HANG -> Notifications.await(0, Nucleus.FOREVER);
            case EXIT -> Nucleus.exit(FAILURE);
            case MEMORY -> allocate();
        }
    }

    private static void spin() {
        long spins = 0;
        while (true) {
            spins++;
        }
    }

    private static void allocate() {
        List<byte[]> kept = new ArrayList<>();
        while (true) {
            kept.add(new byte[PIECE]);
        }
    }
}
