package org.bulkhead.boot.protocol;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.bulkhead.isolate.Grants;
import org.bulkhead.isolate.Isolate;
import org.bulkhead.isolate.Services;
import org.bulkhead.isolate.call.DeadlineException;
import org.bulkhead.isolate.call.Log;
import org.bulkhead.isolate.call.RawMemory;
import org.bulkhead.isolate.manifest.Program;
import org.bulkhead.isolate.manifest.RestartPolicy;
import org.bulkhead.isolate.manifest.Restarts;
import org.bulkhead.isolate.manifest.StartMode;
import org.bulkhead.isolate.manifest.UsesService;
import org.bulkhead.isolate.protocol.ProtocolException;
import org.bulkhead.isolate.protocol.Supervision;

/** Calls the ledger in every way and logs what it sees. */
@Program(name = "ledger-user", start = StartMode.BOOT)
@UsesService("ledger")
@Restarts(RestartPolicy.TEMPORARY)
public final class LedgerProgram implements Isolate {
    private static final int PAGE = 4096;

    private final Services services;

    public LedgerProgram(Grants grants) {
        services = new Services(grants);
    }

    @Override
    public void run() {
        Ledger ledger = services.connect("ledger", Ledger.class);
        try {
            ledger.add(5);
            Log.line("ledger: sum " + ledger.add(6));
            ledger.add(-100);
        } catch (Ledger.OverdrawnException e) {
            Log.line("ledger: refused, " + (e.getMessage().equals("\u00fcberzogen: -89") ? "as said" : e.getMessage()));
        }
        Ledger.Entry entry = ledger.entry("tea", Ledger.Kind.DEBIT);
        Log.line("ledger: entry " + entry.name().equals("tea\u20ac") + " " + entry.kind() + " " + Arrays.toString(entry.parts()) + " " + entry.place() + " " + entry.rate()
            + " " + ledger.entry(null, Ledger.Kind.CREDIT));
        ledger.addLater(9);
        Log.line("ledger: reached " + ledger.reached(20, 1_000_000_000L));
        try {
            ledger.reached(1000, 1_000_000L);
        } catch (DeadlineException e) {
            Log.line("ledger: not reached");
        }
        Log.line("ledger: reversed " + reversed(ledger, 100) + " " + reversed(ledger, PAGE) + " " + reversed(ledger, PAGE + 1) + " " + reversed(ledger, 2 * PAGE) + " " + reversed(ledger, 0));
        Log.line("ledger: buffers " + buffers());
        try {
            services.connect("ledger", Supervision.class).logOffset();
        } catch (ProtocolException e) {
            Log.line("ledger: " + e.disagreement() + ", " + e.getMessage());
        }
    }

    private static boolean reversed(Ledger ledger, int length) {
        ByteBuffer from = RawMemory.allocateBuffer(length);
        ByteBuffer into = RawMemory.allocateBuffer(length);
        for (int i = 0; i < length; i++) {
            from.put(i, (byte) (i * 31 >> 3));
        }
        if (ledger.reverse(from, into) != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (into.get(i) != from.get(length - 1 - i)) {
                return false;
            }
        }
        return true;
    }

    /** What a buffer over raw memory can do, in the isolate that it belongs to. */
    private static String buffers() {
        ByteBuffer buffer = RawMemory.allocateBuffer(64);
        buffer.putInt(0x0102_0304).putLong(-5).putDouble(1.5).putChar('z').flip();
        byte[] bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        ByteBuffer slice = buffer.slice(4, 8).order(ByteOrder.BIG_ENDIAN);
        return buffer.isDirect() + " " + buffer.order() + " " + bytes[0] + " " + buffer.getInt() + " " + buffer.getLong() + " " + buffer.getDouble() + " " + buffer.getChar() + " "
            + slice.getLong() + " " + RawMemory.isRaw(slice) + " " + RawMemory.isRaw(ByteBuffer.allocate(4)) + " " + buffer.clear().put(10, bytes, 0, 4).getInt(10);
    }
}
