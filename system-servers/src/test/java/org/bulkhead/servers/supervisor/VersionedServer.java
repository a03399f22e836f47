package org.bulkhead.servers.supervisor;

import java.util.HashMap;
import java.util.Map;
import org.bulkhead.isolate.DeviceWindow;
import org.bulkhead.isolate.Grants;
import org.bulkhead.isolate.InterruptLine;
import org.bulkhead.isolate.NotNowException;
import org.bulkhead.isolate.PortAccess;
import org.bulkhead.isolate.PortRange;
import org.bulkhead.isolate.Updatable;
import org.bulkhead.isolate.call.Notifications;
import org.bulkhead.isolate.call.Nucleus;
import org.bulkhead.isolate.message.ServiceLoop;
import org.bulkhead.servers.bench.EchoDispatcher;
import org.bulkhead.servers.bench.EchoService;
import org.bulkhead.vm.magic.Address;

/** A driver for tests of updates: each request touches its ports, its interrupt line and its window, and is counted; versions differ in what is wrong with them. */
final class VersionedServer extends EchoService implements Updatable {
    static final int LINE = 11;
    static final int PORT = 0x300;
    static final int PORTS = 8;
    static final long WINDOW = 0xE000_0000L;
    static final int WINDOW_BYTES = 4096;
    /** What the device answers at each port. */
    static final int ANSWER = 0x5A;

    /** What is wrong with a version. */
    enum Flaw {
        NONE, THROWS_WHEN_MADE, WAITS_WHEN_MADE, REFUSES_STATE, DIES_OF_FIRST_REQUEST, NEVER_RESTS, RESTS_LATE, REFUSES_TO_REST, DIES_WHILE_RESTING
    }

    /** What outlives the isolates: how often each request was carried out, and the state that the last one left. */
    static final class World {
        final Map<Long, Integer> executions = new HashMap<>();
        String state = "";
        int resumed;
    }

    /** Answers at all ports. */
    static final class Device implements PortAccess {
        @Override
        public int inByte(int port) {
            return ANSWER;
        }

        @Override
        public void outByte(int port, int value) {
            // Nothing is to be set.
        }

        @Override
        public int inInt(int port) {
            return ANSWER;
        }

        @Override
        public void outInt(int port, int value) {
            // Nothing is to be set.
        }

        @Override
        public void inShorts(int port, Address to, int count) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void outShorts(int port, Address from, int count) {
            throw new UnsupportedOperationException();
        }
    }

    private static final long LATE_NANOS = 3_000_000_000L;

    private final Grants grants;
    private final World world;
    private final Flaw flaw;
    private final String version;
    private final PortRange registers;
    private final InterruptLine line;
    private final DeviceWindow window;
    private final ServiceLoop loop;
    private long served;

    VersionedServer(Grants grants, World world, Flaw flaw) {
        this.grants = grants;
        this.world = world;
        this.flaw = flaw;
        version = grants.manifest().name();
        registers = grants.ports("registers");
        line = grants.interrupt(LINE);
        window = grants.window("memory");
        loop = new ServiceLoop(new EchoDispatcher(this), bits -> {}, grants.parking(this));
        touch();
        switch (flaw) {
            case THROWS_WHEN_MADE -> throw new IllegalStateException("made to fail");
            case WAITS_WHEN_MADE -> Notifications.await(0, Nucleus.FOREVER);
            case REFUSES_STATE -> {
                if (!world.state.isEmpty()) {
                    throw new IllegalStateException("a state of another version: " + world.state);
                }
            }
            default -> { }
        }
        if (!world.state.isEmpty()) {
            served = Long.parseLong(world.state.substring(world.state.indexOf(' ') + 1));
        }
    }

    @Override
    public void run() {
        loop.run();
    }

    private void touch() {
        if (registers.read(0) != ANSWER) {
            throw new IllegalStateException("the device does not answer");
        }
        line.done();
        window.putInt(0, window.intAt(0) + 1);
    }

    @Override
    public void quiesce() throws NotNowException {
        switch (flaw) {
            case REFUSES_TO_REST -> throw new NotNowException("a test wants it so");
            case NEVER_RESTS -> Notifications.await(0, Nucleus.FOREVER);
            case RESTS_LATE -> Notifications.sleep(LATE_NANOS);
            case DIES_WHILE_RESTING -> throw new IllegalStateException("made to fail at rest");
            default -> { }
        }
        world.state = version + ' ' + served;
    }

    @Override
    public void resume() {
        world.resumed++;
        touch();
        // What is asked for only now is there as well.
        grants.interrupt(LINE).done();
        grants.window("memory").putInt(0, 0);
    }

    /** Returns the value, and with 0 how many requests there have been, whichever version served them. */
    @Override
    public long echo(long value) {
        if (flaw == Flaw.DIES_OF_FIRST_REQUEST) {
            throw new IllegalStateException("made to fail at a request");
        }
        touch();
        served++;
        world.executions.merge(value, 1, Integer::sum);
        return value == 0 ? served : value;
    }
}
