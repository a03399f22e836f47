package org.bulkhead.servers.bench;

import org.bulkhead.isolate.Grants;
import org.bulkhead.isolate.Isolate;
import org.bulkhead.isolate.manifest.Server;
import org.bulkhead.isolate.message.Message;
import org.bulkhead.isolate.message.Outcome;
import org.bulkhead.isolate.message.ServiceLoop;

/** Answers each request with its own payload. */
@Server(name = Echo.SERVICE, serves = Echo.class)
public final class EchoServer implements Isolate, Echo {
    static final int ECHO = 1;

    /** Makes the server, which needs nothing but its queue. */
    public EchoServer(Grants grants) {}

    @Override
    public void run() {
        new ServiceLoop(this::dispatch, bits -> { }).run();
    }

    private Outcome dispatch(Message message) {
        if (message.operation() != ECHO) {
            return Outcome.REFUSE;
        }
        long value = message.getLong();
        message.end();
        message.begin(0).putLong(echo(value));
        return Outcome.REPLY;
    }

    @Override
    public long echo(long value) {
        return value;
    }
}
