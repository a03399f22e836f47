package org.bulkhead.servers.scenario;

import org.bulkhead.isolate.Grants;
import org.bulkhead.isolate.Isolate;
import org.bulkhead.isolate.call.Log;
import org.bulkhead.isolate.call.Notifications;
import org.bulkhead.isolate.call.Nucleus;
import org.bulkhead.isolate.call.NucleusException;
import org.bulkhead.servers.bench.Echo;
import org.bulkhead.vm.magic.Magic;

/**
 * Asks an echo server over and over, every {@link #PAUSE_NANOS}, as many times as its argument says; logs {@code @ask result=… ticks=…} when an answer is another than the one before, and at the end
 * {@code @asked service=… times=… right=… most=…} with the ticks of the slowest answer.
 */
abstract class EchoClient implements Isolate {
    private static final long PAUSE_NANOS = 10_000_000L;
    private static final String RIGHT = "right";

    private final String service;
    private final Echo echo;
    private final long times;

    /** Makes one that asks that service, by that connection to it, as often as its argument says. */
    EchoClient(Grants grants, String service, Echo echo) {
        this.service = service;
        this.echo = echo;
        times = grants.argument();
    }

    @Override
    public void run() {
        String last = "";
        long right = 0;
        long most = 0;
        for (long i = 0; i < times; i++) {
            long begin = Magic.timestamp();
            String result = result(i);
            long ticks = Magic.timestamp() - begin;
            most = Math.max(most, ticks);
            if (result.equals(RIGHT)) {
                right++;
            }
            if (!result.equals(last)) {
                Log.line("@ask result=" + result + " ticks=" + ticks);
                last = result;
            }
            Notifications.await(0, Nucleus.after(PAUSE_NANOS));
        }
        Log.line("@asked service=" + service + " times=" + times + " right=" + right + " most=" + most);
    }

    private String result(long value) {
        try {
            return echo.echo(value) == value ? RIGHT : "wrong";
        } catch (NucleusException e) {
            return e.code().name();
        }
    }
}
