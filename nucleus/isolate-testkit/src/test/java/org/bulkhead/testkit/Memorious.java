package org.bulkhead.testkit;

import org.bulkhead.isolate.Grants;
import org.bulkhead.isolate.Isolate;
import org.bulkhead.isolate.manifest.Server;
import org.bulkhead.isolate.message.Outcome;
import org.bulkhead.isolate.message.ServiceLoop;

/** A server with a static field. */
@Server(name = "memorious", serves = Memorious.Protocol.class)
public final class Memorious implements Isolate {
    /** Only raw messages speak it. */
    public interface Protocol {}

    public static int requests;

    public Memorious(Grants grants) {
        // It needs nothing.
    }

    @Override
    public void run() {
        new ServiceLoop(message -> {
            message.begin(0).putInt(++requests);
            return Outcome.REPLY;
        }, bits -> { }).run();
    }
}
