package org.bulkhead.servers.console;

import org.bulkhead.isolate.Grants;
import org.bulkhead.isolate.InputReader;
import org.bulkhead.isolate.Isolate;
import org.bulkhead.isolate.Services;
import org.bulkhead.isolate.manifest.Limits;
import org.bulkhead.isolate.manifest.Program;
import org.bulkhead.isolate.manifest.Rank;
import org.bulkhead.isolate.manifest.StartMode;
import org.bulkhead.isolate.manifest.UsesService;
import org.bulkhead.isolate.protocol.CharacterDevice;
import org.bulkhead.isolate.protocol.DataStore;
import org.bulkhead.isolate.protocol.Files;
import org.bulkhead.isolate.protocol.Loader;
import org.bulkhead.isolate.protocol.Supervision;
import org.bulkhead.isolate.protocol.Terminals;

/** The prompt on the first serial line. */
@Program(name = "console", rank = Rank.SYSTEM, start = StartMode.BOOT)
@UsesService({"uart0", Peers.CLOCK, DataStore.SERVICE, Files.SERVICE, Loader.SERVICE, Supervision.SERVICE, Terminals.SERVICE})
@Limits(heap = "2M")
public final class Console implements Isolate {
    private final Shell shell;

    public Console(Grants grants) {
        Services services = new Services(grants);
        CharacterDevice line = services.connect("uart0", CharacterDevice.class);
        Peers peers = Peers.of(grants);
        LogFollower follower = new LogFollower(peers.supervision(), peers.supervision().logOffset());
        shell = new Shell(Terminal.writingTo(new DeviceOutput(line)), new DeviceInput(new InputReader(line::read)), peers, follower, grants.incarnation());
    }

    @Override
    public void run() {
        shell.run();
    }
}
