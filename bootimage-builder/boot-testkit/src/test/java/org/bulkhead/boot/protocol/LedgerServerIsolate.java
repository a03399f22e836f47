package org.bulkhead.boot.protocol;

import java.nio.ByteBuffer;
import org.bulkhead.isolate.Grants;
import org.bulkhead.isolate.Isolate;
import org.bulkhead.isolate.manifest.Server;
import org.bulkhead.isolate.message.ServiceLoop;

/** Serves the ledger; one caller may wait. */
@Server(name = "ledger", serves = Ledger.class)
public final class LedgerServerIsolate implements Isolate, LedgerServer {
    private long sum;
    private long level;
    private ReachedReply waiting;

    public LedgerServerIsolate(Grants grants) {
        // It needs nothing but its queue.
    }

    @Override
    public void run() {
        new ServiceLoop(new LedgerDispatcher(this), bits -> { }).run();
    }

    @Override
    public long add(long number) throws Ledger.OverdrawnException {
        if (sum + number < 0) {
            throw new Ledger.OverdrawnException("\u00fcberzogen: " + (sum + number));
        }
        sum += number;
        if (waiting != null && sum >= level) {
            waiting.answer(sum);
            waiting = null;
        }
        return sum;
    }

    @Override
    public Ledger.Entry entry(String name, Ledger.Kind kind) {
        return name == null ? null : new Ledger.Entry(name + '\u20ac', kind, new int[] {1, -2, 3}, new Ledger.Entry.Place((byte) -7, 'x'), 0.1);
    }

    @Override
    public int reverse(ByteBuffer from, ByteBuffer into) {
        int count = from.remaining();
        for (int i = 0; i < count; i++) {
            into.put(count - 1 - i, from.get(i));
        }
        return count;
    }

    @Override
    public void addLater(long number) {
        sum += number;
    }

    @Override
    public void reached(long wanted, ReachedReply reply) {
        if (sum >= wanted) {
            reply.answer(sum);
        } else {
            level = wanted;
            waiting = reply;
        }
    }
}
