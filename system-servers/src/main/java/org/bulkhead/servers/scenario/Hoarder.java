package org.bulkhead.servers.scenario;

import java.util.ArrayList;
import java.util.List;
import org.bulkhead.isolate.Grants;
import org.bulkhead.isolate.Isolate;
import org.bulkhead.isolate.Services;
import org.bulkhead.isolate.call.Handle;
import org.bulkhead.isolate.call.Log;
import org.bulkhead.isolate.call.Notifications;
import org.bulkhead.isolate.call.Nucleus;
import org.bulkhead.isolate.call.NucleusException;
import org.bulkhead.isolate.manifest.Program;
import org.bulkhead.isolate.manifest.RestartPolicy;
import org.bulkhead.isolate.manifest.Restarts;
import org.bulkhead.isolate.manifest.UsesService;
import org.bulkhead.isolate.message.MessageQueue;
import org.bulkhead.nucleus.abi.Rights;
import org.bulkhead.servers.bench.Echo;

/**
 * Copies its connection to the fragile server until its handle table is full, closes half of the copies, and fills it again. Logs {@code @hoard copies=… refused=… answer=…} with what it has each time: how
 * many copies, why there was not one more, and what the server answers through the newest one. With argument 0 it ends then, with all its handles open, else it waits to be killed.
 */
@Program(name = "hoarder")
@UsesService(FragileServer.NAME)
@Restarts(RestartPolicy.TEMPORARY)
public final class Hoarder implements Isolate {
    private static final long QUESTION = 7;

    private final Handle connection;
    private final boolean ends;
    private final List<Handle> copies = new ArrayList<>();

    /**
     * Makes the program.
     *
     * @param grants with its connection to the server, and whether it ends by itself
     */
    public Hoarder(Grants grants) {
        connection = new Handle(grants.manifest().serviceHandle(FragileServer.NAME));
        ends = grants.argument() == 0;
    }

    @Override
    public void run() {
        hoard();
        for (int left = copies.size() / 2; copies.size() > left;) {
            copies.remove(copies.size() - 1).close();
        }
        Log.line("@hoard copies=" + copies.size() + " refused=no answer=" + answer());
        hoard();
        if (!ends) {
            Notifications.await(0, Nucleus.FOREVER);
        }
    }

    private void hoard() {
        String refused = "no";
        while (refused.equals("no")) {
            try {
                copies.add(connection.copy(Rights.CALL | Rights.COPY));
            } catch (NucleusException e) {
                refused = e.code().name();
            }
        }
        Log.line("@hoard copies=" + copies.size() + " refused=" + refused + " answer=" + answer());
    }

    private long answer() {
        Handle newest = copies.get(copies.size() - 1);
        return Services.client(Echo.class, new MessageQueue(newest.number(), FragileServer.NAME)).echo(QUESTION);
    }
}
