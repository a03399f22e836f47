package org.bulkhead.servers.supervisor;

import java.util.ArrayList;
import java.util.List;
import org.bulkhead.isolate.call.NucleusException;
import org.bulkhead.isolate.call.OfflineException;
import org.bulkhead.isolate.call.PeerDiedException;
import org.bulkhead.isolate.manifest.Rank;
import org.bulkhead.isolate.manifest.RestartPolicy;
import org.bulkhead.isolate.manifest.RestartStrategy;
import org.bulkhead.isolate.manifest.StartMode;
import org.bulkhead.isolate.protocol.ComponentInfo.State;
import org.bulkhead.isolate.protocol.Supervision;
import org.bulkhead.isolate.protocol.SupervisionException;
import org.bulkhead.servers.bench.Echo;
import org.bulkhead.servers.recovery.CarefulRecovery;

/** What a supervisor has to do, from beginning to end: what is on the machine, what happens, and how it must be in the end, whatever becomes of the supervisor meanwhile. */
enum Story {
    /** A server dies with a request in service, which its successor answers. */
    RESTART {
        @Override
        void prepare(SupervisedMachine machine) {
            disk(machine);
        }

        @Override
        void happen(SupervisedMachine machine) {
            fail(machine, "disk");
        }
    },
    /** A server dies so often that it is started again only after a while. */
    DELAYED_RESTART {
        @Override
        void prepare(SupervisedMachine machine) {
            machine.add(machine.program("disk", Rank.DEVICE).serves("Echo").restarts(RestartPolicy.PERMANENT, 0, 10), EchoingServer::new);
        }

        @Override
        void happen(SupervisedMachine machine) {
            fail(machine, "disk");
            fail(machine, "disk");
        }
    },
    /** A server dies, and all of its group end and come back with it. */
    GROUP {
        @Override
        void prepare(SupervisedMachine machine) {
            machine.add(machine.program("disk", Rank.DEVICE).serves("Echo").group("storage", RestartStrategy.ALL), EchoingServer::new)
                .add(machine.program("files", Rank.SERVICE).serves("Echo").group("storage", RestartStrategy.ONE), EchoingServer::new)
                .add(machine.program("backup", Rank.SYSTEM).serves("Echo").group("storage", RestartStrategy.ONE), EchoingServer::new);
        }

        @Override
        void happen(SupervisedMachine machine) {
            fail(machine, "disk");
            echo(machine, "files");
            echo(machine, "backup");
        }
    },
    /** A server dies once too often: its service answers OFFLINE until somebody starts it. */
    GIVING_UP {
        @Override
        void prepare(SupervisedMachine machine) {
            machine.add(machine.program("disk", Rank.DEVICE).serves("Echo").restarts(RestartPolicy.PERMANENT, 0, 0), EchoingServer::new);
        }

        @Override
        void happen(SupervisedMachine machine) {
            machine.doom("disk");
            try {
                machine.connect("disk", Echo.class).echo(1);
                throw new AssertionError("nobody should have answered");
            } catch (OfflineException | PeerDiedException e) {
                // Its request had been begun, or not.
            }
            machine.await("tombstone", () -> machine.status("disk").state() == State.GIVEN_UP);
            try {
                machine.connect("disk", Echo.class).echo(2);
                throw new AssertionError("nobody should have answered");
            } catch (OfflineException e) {
                // As it should be.
            }
            insist(machine, State.ALIVE, "disk", () -> machine.supervision().start("disk", 5));
            echo(machine, "disk");
        }
    },
    /** The last update is taken back, since the new version keeps dying. */
    PREVIOUS_VERSION {
        @Override
        void prepare(SupervisedMachine machine) {
            machine.add(machine.program("disk", Rank.DEVICE).serves("Echo").restarts(RestartPolicy.PERMANENT, 0, 0), EchoingServer::new)
                .add(machine.program("disk-b", Rank.DEVICE).serves("Echo").versionOf("disk").restarts(RestartPolicy.PERMANENT, 0, 0), EchoingServer::new);
            machine.isUpdated("disk");
        }

        @Override
        void happen(SupervisedMachine machine) {
            machine.doom("disk-b");
            echo(machine, "disk");
            if (!machine.status("disk").version().equals("disk")) {
                throw new AssertionError("the version before does not run");
            }
        }
    },
    /** A recovery program decides: twice for a restart, then for another component. */
    RECOVERY_PROGRAM {
        @Override
        void prepare(SupervisedMachine machine) {
            machine.add(machine.program("disk", Rank.DEVICE).serves("Echo").recovery("careful"), EchoingServer::new)
                .add(machine.program("careful", Rank.PROGRAM).usesService("supervisor").start(StartMode.ON_REQUEST).restarts(RestartPolicy.TEMPORARY, 0, 0), CarefulRecovery::new);
        }

        @Override
        void happen(SupervisedMachine machine) {
            fail(machine, "disk");
        }
    },
    /** The datastore is told of a death and a birth, though it can take two messages at a time only. */
    DATASTORE {
        @Override
        void prepare(SupervisedMachine machine) {
            machine.add(machine.program("datastore", Rank.STORE).serves("DataStore"), grants -> machine.store());
            disk(machine);
        }

        @Override
        void happen(SupervisedMachine machine) {
            for (int i = 0; i < 2; i++) {
                fail(machine, "disk");
                machine.await("news of the birth", () -> ("ALIVE " + machine.status("disk").incarnation()).equals(machine.told("disk")));
            }
        }
    },
    /** A user has a component restarted, taken down and started again. */
    ORDERS {
        @Override
        void prepare(SupervisedMachine machine) {
            disk(machine);
        }

        @Override
        void happen(SupervisedMachine machine) {
            Supervision supervision = machine.supervision();
            echo(machine, "disk");
            int before = machine.status("disk").incarnation();
            ask(() -> supervision.restart("disk"));
            if (machine.status("disk").incarnation() == before) {
                ask(() -> supervision.restart("disk"));
            }
            echo(machine, "disk");
            insist(machine, State.DOWN, "disk", () -> supervision.down("disk"));
            insist(machine, State.ALIVE, "disk", () -> supervision.start("disk", 3));
            echo(machine, "disk");
        }
    },
    /** The PCI server reports a function, and its driver is started. */
    DEVICES {
        @Override
        void prepare(SupervisedMachine machine) {
            machine.add(machine.program("pci", Rank.BUS).usesService("supervisor").restarts(RestartPolicy.TRANSIENT, 3, 10).serves("Echo"), ReportingServer::new)
                .add(machine.program("card", Rank.DEVICE).serves("Echo").pci("card", 0x10EC, 0x8029, -1, true, false), EchoingServer::new)
                .add(machine.program("job", Rank.PROGRAM).start(StartMode.ON_REQUEST).restarts(RestartPolicy.TEMPORARY, 0, 0), grants -> () -> { });
        }

        @Override
        void happen(SupervisedMachine machine) {
            echo(machine, "card");
            fail(machine, "card");
        }
    };

    /** A request to the supervisor. */
    interface Request {
        void make() throws SupervisionException;
    }

    /** Adds programs to the machine. */
    abstract void prepare(SupervisedMachine machine);

    /** Lets it happen; returns when the clients have what they wanted. */
    abstract void happen(SupervisedMachine machine);

    private static void disk(SupervisedMachine machine) {
        machine.add(machine.program("disk", Rank.DEVICE).serves("Echo"), EchoingServer::new);
    }

    private static void echo(SupervisedMachine machine, String service) {
        long answer = machine.connect(service, Echo.class).echo(4711);
        if (answer != 4711) {
            throw new AssertionError(service + " answers " + answer);
        }
    }

    private static void fail(SupervisedMachine machine, String service) {
        machine.doom(service);
        echo(machine, service);
    }

    /** Makes a request; returns whether it was carried out, so far as the caller knows. */
    private static boolean ask(Request request) {
        try {
            request.make();
            return true;
        } catch (PeerDiedException | SupervisionException e) {
            return false;
        }
    }

    /** Makes a request until its effect is there: the supervisor may have died with it. */
    private static void insist(SupervisedMachine machine, State wanted, String name, Request request) {
        List<String> refusals = new ArrayList<>();
        for (int attempt = 0; machine.status(name).state() != wanted; attempt++) {
            if (attempt == 3) {
                throw new AssertionError(name + " does not become " + wanted + ": " + refusals);
            }
            try {
                request.make();
            } catch (NucleusException | SupervisionException e) {
                refusals.add(e.getMessage());
            }
            machine.pass(20);
        }
    }
}
