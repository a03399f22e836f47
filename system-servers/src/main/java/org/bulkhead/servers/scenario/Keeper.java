package org.bulkhead.servers.scenario;

import org.bulkhead.isolate.Grants;
import org.bulkhead.isolate.Isolate;
import org.bulkhead.isolate.call.Log;
import org.bulkhead.isolate.call.Notifications;
import org.bulkhead.isolate.call.Nucleus;
import org.bulkhead.isolate.manifest.Program;
import org.bulkhead.isolate.manifest.RestartPolicy;
import org.bulkhead.isolate.manifest.Restarts;
import org.bulkhead.isolate.manifest.UsesService;
import org.bulkhead.isolate.protocol.DataStore;
import org.bulkhead.isolate.protocol.DataStoreException;
import org.bulkhead.isolate.store.Directory;

/** Publishes a number in the datastore and retrieves the one before, as many times as its argument says; logs {@code @kept rounds=… right=…} at the end. */
@Program(name = "keeper")
@UsesService(DataStore.SERVICE)
@Restarts(RestartPolicy.TEMPORARY)
public final class Keeper implements Isolate {
    private static final String NAME = "keeper.round";
    private static final long PAUSE_NANOS = 10_000_000L;

    private final Directory directory;
    private final long rounds;

    /**
     * Makes the program.
     *
     * @param grants with its connection to the datastore, and the number of rounds
     */
    public Keeper(Grants grants) {
        directory = new Directory(grants);
        rounds = grants.argument();
    }

    @Override
    public void run() {
        long right = 0;
        try {
            for (long i = 0; i < rounds; i++) {
                directory.publish(NAME, i);
                Notifications.await(0, Nucleus.after(PAUSE_NANOS));
                long round = i;
                right += directory.retrieve(NAME).filter(each -> each.number() == round).isPresent() ? 1 : 0;
            }
        } catch (DataStoreException e) {
            Log.line("keeper: " + e.getMessage());
        }
        Log.line("@kept rounds=" + rounds + " right=" + right);
    }
}
