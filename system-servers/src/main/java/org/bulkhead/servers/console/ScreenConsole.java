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
import org.bulkhead.isolate.protocol.InputDevices;
import org.bulkhead.isolate.protocol.Loader;
import org.bulkhead.isolate.protocol.Supervision;
import org.bulkhead.isolate.protocol.Terminals;

/** The prompt on screen and keyboard. */
@Program(name = "screen", rank = Rank.SYSTEM, start = StartMode.BOOT)
@UsesService({"vga0", "ps2", Peers.CLOCK, DataStore.SERVICE, Files.SERVICE, Loader.SERVICE, Supervision.SERVICE, Terminals.SERVICE})
@Limits(heap = "2M")
public final class ScreenConsole implements Isolate {
    private static final long ALL_OF_THE_LOG = 0;

    private final Shell shell;

    public ScreenConsole(Grants grants) {
        Services services = new Services(grants);
        Terminal terminal = Terminal.writingTo(new DeviceOutput(services.connect("vga0", CharacterDevice.class)));
        terminal.useStyles();
        InputDevices keyboard = services.connect("ps2", InputDevices.class);
        Peers peers = Peers.of(grants);
        shell = new Shell(terminal, new DeviceInput(new InputReader(keyboard::read)), peers, new LogFollower(peers.supervision(), ALL_OF_THE_LOG), grants.incarnation());
    }

    @Override
    public void run() {
        shell.run();
    }
}
