package org.bulkhead.servers.intruder;

import java.util.Random;
import org.bulkhead.isolate.Grants;
import org.bulkhead.isolate.Isolate;
import org.bulkhead.isolate.call.Log;
import org.bulkhead.isolate.call.Nucleus;
import org.bulkhead.isolate.call.RawBuffer;
import org.bulkhead.isolate.manifest.Limits;
import org.bulkhead.isolate.manifest.Program;
import org.bulkhead.isolate.manifest.RestartPolicy;
import org.bulkhead.isolate.manifest.Restarts;
import org.bulkhead.isolate.manifest.StartMode;
import org.bulkhead.nucleus.abi.AddressSpaceLayout;
import org.bulkhead.nucleus.abi.DeathReason;
import org.bulkhead.nucleus.abi.ErrorCode;
import org.bulkhead.nucleus.abi.GrantKind;
import org.bulkhead.nucleus.abi.MessageLayout;
import org.bulkhead.nucleus.abi.Rights;
import org.bulkhead.nucleus.abi.SystemCall;
import org.bulkhead.vm.magic.Address;
import org.bulkhead.vm.magic.Magic;
import org.bulkhead.vm.magic.WindowAccessError;

/** Does one forbidden thing per life. Ends with {@link #ALL_REFUSED} if it was refused and lives, {@link #SUCCEEDED} if it was not refused. */
@Program(name = "intruder", start = StartMode.BOOT)
@Limits(heap = "512K", run = "2s")
@Restarts(value = RestartPolicy.TRANSIENT, burst = 64, sustained = 64)
public final class Intruder implements Isolate {
    /** Exit status: every attempt was refused. */
    static final int ALL_REFUSED = 77;
    /** Exit status: an attempt was not refused. */
    static final int SUCCEEDED = 66;

    private static final int DISK_STATUS_PORT = 0x1F7;
    private static final int DISK_CHANNEL = 0xC040;
    private static final long SCREEN = 0xB_8000;
    private static final long NOWHERE = 0x6666_0000L;
    private static final int SPARE_MEMORY = 4096;
    private static final int HANDLES = 64;
    private static final int UNKNOWN_CALLS = 50;
    private static final int RANDOM_ROUNDS = 40;
    private static final long SEED = 20_240_101L;
    private static final int RETURN_ADDRESS = 8;

    private final RawBuffer memory = RawBuffer.allocate(SPARE_MEMORY);
    private final int incarnation;

    public Intruder(Grants grants) {
        incarnation = grants.incarnation();
    }

    @Override
    public void run() {
        Deed[] deeds = Deed.values();
        if (incarnation >= deeds.length) {
            Nucleus.exit(0);
        }
        Nucleus.exit(attempt(deeds[incarnation]) ? SUCCEEDED : ALL_REFUSED);
    }

    /** Does the deed; returns whether it succeeded, if there is anybody left to return. */
    private boolean attempt(Deed deed) {
        switch (deed) {
            case FOREIGN_PORT -> Magic.inByte(DISK_STATUS_PORT);
            case DISABLE_INTERRUPTS -> Magic.disableInterrupts();
            case HALT_PROCESSOR -> Magic.halt();
            case READ_CONTROL_REGISTER -> Magic.readPageTableRoot();
            case READ_NUCLEUS -> Address.fromLong(AddressSpaceLayout.IMAGE_START).loadLong();
            case WRITE_NUCLEUS -> Address.fromLong(AddressSpaceLayout.IMAGE_START).storeLong(0);
            case READ_PHYSICAL_MEMORY -> Address.fromLong(AddressSpaceLayout.PHYSICAL_WINDOW + AddressSpaceLayout.IMAGE_START).loadLong();
            case WRITE_PHYSICAL_MEMORY -> Address.fromLong(AddressSpaceLayout.PHYSICAL_WINDOW + AddressSpaceLayout.IMAGE_START).storeLong(0);
            case READ_FOREIGN_MEMORY -> Address.fromLong(NOWHERE).loadLong();
            case WRITE_FOREIGN_MEMORY -> Address.fromLong(NOWHERE).storeLong(0);
            case WRITE_CODE -> Magic.framePointer().loadAddress(RETURN_ADDRESS).storeByte((byte) 0);
            case EXECUTE_DATA -> Magic.call(memory.address(0, SPARE_MEMORY));
            case FOREIGN_WINDOWS -> {
                return foreignWindows();
            }
            case FORGED_HANDLES -> {
                return forgedHandles();
            }
            case STALE_HANDLE -> {
                return staleHandle();
            }
            case SUPERVISOR_CALLS -> {
                return supervisorCalls();
            }
            case UNKNOWN_CALLS -> {
                return unknownCalls();
            }
            case RANDOM_CALLS -> {
                return randomCalls();
            }
        }
        return true;
    }

    /** Calls {@code number} and returns whether it was accepted. */
    private static boolean accepted(int number, long a, long b, long c, long d, long e) {
        long result = Nucleus.tryCall(number, a, b, c, d, e);
        if (result >= 0) {
            Log.line("intruder: call " + number + " with " + a + ", " + b + ", " + c + " was accepted: " + result);
        }
        return result >= 0;
    }

    /** Touches every place at which device memory, DMA buffers and mapped leases lie in those who have some. */
    private static boolean foreignWindows() {
        boolean succeeded = false;
        for (long place = AddressSpaceLayout.WINDOWS_START; place < AddressSpaceLayout.HEAP_START; place += AddressSpaceLayout.LEASE_SIZE) {
            Address memoryAt = Address.fromLong(place);
            succeeded |= isShown(place, () -> memoryAt.loadByte());
            succeeded |= isShown(place, () -> memoryAt.storeByte((byte) 0));
        }
        return succeeded;
    }

    private static boolean isShown(long place, Runnable touch) {
        try {
            touch.run();
        } catch (WindowAccessError refused) {
            return false;
        }
        Log.line("intruder: memory at 0x" + Long.toHexString(place) + " was there");
        return true;
    }

    private boolean forgedHandles() {
        long message = memory.address(0, SPARE_MEMORY).toLong();
        boolean succeeded = false;
        // Index 0 is the isolate itself, and the only handle it has; a made-up generation must not help either.
        for (int handle = 1; handle < 2 * HANDLES; handle++) {
            for (int generation = 0; generation < 2; generation++) {
                long forged = handle | (long) generation << 8;
                succeeded |= accepted(SystemCall.CALL, forged, message, 0, 0, 0);
                succeeded |= accepted(SystemCall.SEND, forged, message, 0, 0, 0);
                succeeded |= accepted(SystemCall.RECEIVE, forged, message, 0, 0, 0);
                succeeded |= accepted(SystemCall.NOTIFY, forged, 1, 0, 0, 0);
                succeeded |= accepted(SystemCall.INTERRUPT_DONE, forged, 0, 0, 0, 0);
                succeeded |= accepted(SystemCall.CLOSE, forged, 0, 0, 0, 0);
                succeeded |= accepted(SystemCall.COPY, forged, Rights.NOTIFY, 0, 0, 0);
                succeeded |= accepted(SystemCall.REPLY, forged, message, 0, 0, 0);
                succeeded |= accepted(SystemCall.LEASE_READ, forged, 0, 0, message, 8);
                succeeded |= accepted(SystemCall.LEASE_WRITE, forged, 0, 0, message, 8);
                succeeded |= accepted(SystemCall.LEASE_MAP, forged, 0, MessageLayout.KIND_LEASE_READ, SPARE_MEMORY, 0);
                succeeded |= accepted(SystemCall.HANDLE_INFO, forged, message, 0, 0, 0);
                succeeded |= accepted(SystemCall.DMA_START, forged, SystemCall.DMA_TO_MEMORY, 0, 512, 0);
                succeeded |= accepted(SystemCall.DMA_STOP, forged, 0, 0, 0, 0);
                succeeded |= accepted(SystemCall.DMA_READY, forged, 0, 0, 0, 0);
            }
        }
        return succeeded;
    }

    private boolean staleHandle() {
        long queue = Nucleus.tryCall(SystemCall.QUEUE_CREATE, 2, 0, 0, 0, 0);
        if (queue < 0) {
            Log.line("intruder: no queue to make a handle stale: " + Nucleus.error(queue));
            return true;
        }
        long closed = Nucleus.tryCall(SystemCall.CLOSE, queue, 0, 0, 0, 0);
        long result = Nucleus.tryCall(SystemCall.RECEIVE, queue, memory.address(0, SPARE_MEMORY).toLong(), 0, 0, 0);
        return closed < 0 || Nucleus.error(result) != ErrorCode.STALE_HANDLE;
    }

    private boolean supervisorCalls() {
        long address = memory.address(0, SPARE_MEMORY).toLong();
        boolean succeeded = accepted(SystemCall.ISOLATE_CREATE, address, 0, 0, 0, 0);
        succeeded |= accepted(SystemCall.ISOLATE_GRANT, 0, 1, DISK_STATUS_PORT, 1, 0);
        succeeded |= accepted(SystemCall.ISOLATE_START, 0, 0, 0, 0, 0);
        succeeded |= accepted(SystemCall.ISOLATE_KILL, 0, DeathReason.KILLED.ordinal(), 0, 0, 0);
        succeeded |= accepted(SystemCall.INSPECT, SystemCall.INSPECT_ISOLATE, 0, address, 0, 0);
        succeeded |= accepted(SystemCall.INSPECT, SystemCall.INSPECT_DEATH, 0, address, 0, 0);
        succeeded |= accepted(SystemCall.MACHINE, SystemCall.POWER_OFF, 0, 0, 0, 0);
        succeeded |= accepted(SystemCall.ISOLATE_REVOKE, 0, 1, 0, 0, 0);
        succeeded |= accepted(SystemCall.ISOLATE_GRANT, 0, GrantKind.DEVICE_WINDOW, SCREEN, SPARE_MEMORY, 0);
        succeeded |= accepted(SystemCall.ISOLATE_GRANT, 0, GrantKind.DMA, DISK_CHANNEL, SPARE_MEMORY, 0);
        succeeded |= accepted(SystemCall.INSPECT, SystemCall.INSPECT_MEMORY, 0, address, 0, 0);
        succeeded |= accepted(SystemCall.READ_LOG, 0, address, SPARE_MEMORY, 0, 0);
        return succeeded;
    }

    private boolean unknownCalls() {
        boolean succeeded = false;
        for (int number = SystemCall.COUNT; number < SystemCall.COUNT + UNKNOWN_CALLS; number++) {
            succeeded |= accepted(number, number, number, number, number, number);
        }
        succeeded |= accepted(-1, 0, 0, 0, 0, 0);
        succeeded |= accepted(Integer.MIN_VALUE, 0, 0, 0, 0, 0);
        succeeded |= accepted(Integer.MAX_VALUE, 0, 0, 0, 0, 0);
        return succeeded;
    }

    /** Makes every call but those that end the isolate with arguments from a seed. Some may be accepted, and all may do is harm the intruder itself. */
    private boolean randomCalls() {
        Log.line("intruder: random calls from seed " + SEED);
        Random random = new Random(SEED);
        for (int round = 0; round < RANDOM_ROUNDS; round++) {
            for (int number = SystemCall.LOG; number < SystemCall.COUNT + UNKNOWN_CALLS; number++) {
                long a = argument(random);
                long b = argument(random);
                long c = argument(random);
                long d = argument(random);
                long e = argument(random);
                switch (number) {
                    // Its text would be unreadable, and it may write what it likes to the log.
                    case SystemCall.LOG -> a = NOWHERE;
                    // Ranges that stay within the spare memory: it shall not destroy itself.
                    case SystemCall.RELEASE_MEMORY, SystemCall.WRITTEN_PAGES -> b &= SPARE_MEMORY - 1;
                    // A deadline in the past: it shall not wait for ever.
                    case SystemCall.CALL, SystemCall.REPLY_AND_RECEIVE -> d = 0;
                    case SystemCall.RECEIVE -> c = 0;
                    default -> { }
                }
                Nucleus.tryCall(number, a, b, c, d, e);
            }
        }
        return false;
    }

    private long argument(Random random) {
        return switch (random.nextInt(6)) {
            case 0 -> random.nextInt(4);
            case 1 -> random.nextInt(256);
            case 2 -> memory.address(0, SPARE_MEMORY).toLong() + random.nextInt(2 * SPARE_MEMORY);
            case 3 -> -1L << random.nextInt(64);
            case 4 -> 1L << random.nextInt(64);
            default -> random.nextLong();
        };
    }
}
