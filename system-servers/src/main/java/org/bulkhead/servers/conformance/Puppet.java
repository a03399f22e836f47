package org.bulkhead.servers.conformance;

import org.bulkhead.isolate.Grants;
import org.bulkhead.isolate.Isolate;
import org.bulkhead.isolate.call.Nucleus;
import org.bulkhead.isolate.call.RawBuffer;
import org.bulkhead.isolate.manifest.Limits;
import org.bulkhead.isolate.manifest.Program;
import org.bulkhead.nucleus.abi.MessageLayout;
import org.bulkhead.vm.magic.Address;
import org.bulkhead.vm.magic.Magic;
import org.bulkhead.vm.magic.WindowAccessError;

/**
 * Does what it is told, one thing at a time. It asks by calling the conductor, with its stage (memory for messages and data) lent for reading and for writing; the call says what came of the last
 * thing, the reply is the next.
 */
@Program(name = "puppet")
@Limits(heap = "512K")
public final class Puppet implements Isolate {
    /** The puppet's handle to the conductor's queue. */
    static final int STRINGS = 1;
    /** Bytes of its stage, which starts at a page. */
    static final int STAGE_SIZE = 16 * 4096;
    /** Report: what came of the last thing, and where the stage is. */
    static final int REPORT_RESULT = MessageLayout.PAYLOAD;
    static final int REPORT_STAGE = MessageLayout.PAYLOAD + 8;
    static final int REPORT_LENGTH = 16;
    /** Command: number and five arguments, 64 bits each. */
    static final int COMMAND = MessageLayout.PAYLOAD;
    static final int COMMAND_LENGTH = 48;
    /** Places of the leases in the report. */
    static final int READABLE = 0;
    static final int WRITABLE = 1;

    private static final int PAGE = 4096;
    private static final int TRANSFERS = MessageLayout.SIZE;
    private static final int RETURN_ADDRESS = 8;

    private final RawBuffer strings = RawBuffer.allocate(MessageLayout.SIZE + MessageLayout.TRANSFER_LIMIT * MessageLayout.TRANSFER_SIZE);
    private final long stage = RawBuffer.allocate(STAGE_SIZE + PAGE).address(0, STAGE_SIZE).toLong() + PAGE - 1 & -PAGE;

    public Puppet(Grants grants) {}

    @Override
    public void run() {
        lend(READABLE, MessageLayout.KIND_LEASE_READ);
        lend(WRITABLE, MessageLayout.KIND_LEASE_WRITE);
        long result = 0;
        for (;;) {
            strings.putInt(MessageLayout.OPERATION, 0);
            strings.putShort(MessageLayout.LENGTH, REPORT_LENGTH);
            strings.putByte(MessageLayout.TRANSFERS, 2);
            strings.putByte(MessageLayout.FLAGS, 0);
            strings.putLong(REPORT_RESULT, result);
            strings.putLong(REPORT_STAGE, stage);
            Nucleus.check(Nucleus.tryCallQueue(STRINGS, strings.address(0, MessageLayout.SIZE), strings.address(TRANSFERS, 1), Nucleus.FOREVER), "the conductor");
            result = act((int) argument(0), argument(1), argument(2), argument(3), argument(4), argument(5));
        }
    }

    private void lend(int place, int kind) {
        int entry = TRANSFERS + place * MessageLayout.TRANSFER_SIZE;
        strings.putInt(entry + MessageLayout.TRANSFER_KIND, kind);
        strings.putLong(entry + MessageLayout.TRANSFER_ADDRESS, stage);
        strings.putLong(entry + MessageLayout.TRANSFER_LENGTH, STAGE_SIZE);
    }

    private long argument(int index) {
        return strings.longAt(COMMAND + index * Long.BYTES);
    }

    private static long act(int number, long a, long b, long c, long d, long e) {
        switch (number) {
            case Deed.LOAD:
                return Address.fromLong(a).loadLong();
            case Deed.STORE:
                Address.fromLong(a).storeLong(b);
                return 0;
            case Deed.TRY_LOAD:
            case Deed.TRY_STORE:
                try {
                    return act(number == Deed.TRY_LOAD ? Deed.LOAD : Deed.STORE, a, b, c, d, e);
                } catch (WindowAccessError gone) {
                    return gone.address() == a ? Deed.NOT_MAPPED : gone.address();
                }
            case Deed.EXECUTE:
                Magic.call(Address.fromLong(a));
                return 0;
            case Deed.IN:
                return Magic.inByte((int) a);
            case Deed.OUT:
                Magic.outByte((int) a, (int) b);
                return 0;
            case Deed.DISABLE_INTERRUPTS:
                Magic.disableInterrupts();
                return 0;
            case Deed.SPIN:
                return spin(a);
            case Deed.CALCULATE:
                return Numbers.sum(a, b);
            case Deed.THROW:
                throw new IllegalStateException("as it was told");
            case Deed.RECURSE:
                return recurse(a);
            case Deed.DIVIDE:
                return a / b;
            case Deed.LOOP:
                return loop(a);
            case Deed.FIND_CODE:
                return findCode((int) a);
            default:
                return Nucleus.tryCall(number, a, b, c, d, e);
        }
    }

    private static long spin(long until) {
        while (Nucleus.now() < until) {
            // Nothing: it is to use up time.
        }
        return 0;
    }

    private static long loop(long start) {
        long rounds = start;
        while (rounds >= 0) {
            rounds = rounds + 1 & Long.MAX_VALUE;
        }
        return rounds;
    }

    private static long recurse(long depth) {
        return recurse(depth + 1) + depth;
    }

    private static long findCode(int wanted) {
        Address at = Magic.framePointer().loadAddress(RETURN_ADDRESS);
        while ((at.loadByte() & 0xFF) != wanted) {
            at = at.plus(1);
        }
        return at.toLong();
    }
}
