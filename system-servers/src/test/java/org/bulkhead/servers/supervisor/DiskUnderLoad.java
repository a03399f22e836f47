package org.bulkhead.servers.supervisor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.bulkhead.isolate.Grants;
import org.bulkhead.isolate.Isolate;
import org.bulkhead.isolate.Services;
import org.bulkhead.isolate.call.Notifications;
import org.bulkhead.isolate.manifest.Manifest;
import org.bulkhead.isolate.manifest.Rank;
import org.bulkhead.isolate.manifest.RestartPolicy;
import org.bulkhead.servers.bench.Echo;
import org.bulkhead.servers.supervisor.VersionedServer.Flaw;

/** The component {@code disk}, of which there are versions, and a client that makes one request to it after the other, each with another number. */
final class DiskUnderLoad {
    final VersionedServer.World world = new VersionedServer.World();
    private final SupervisedMachine machine;
    /** That the client makes in all. */
    private int requests;
    private long answered;
    private boolean wrong;

    DiskUnderLoad(SupervisedMachine machine, int requests) {
        this.machine = machine;
        this.requests = requests;
    }

    int requests() {
        return requests;
    }

    /** Sets how many requests the client makes in all, before it begins. */
    void setRequests(int number) {
        requests = number;
    }

    /** Gives a manifest what each version of the disk has. */
    static Manifest.Builder version(Manifest.Builder manifest) {
        return manifest.serves("Echo").updatable().interrupt(VersionedServer.LINE).ports("registers", VersionedServer.PORT, VersionedServer.PORTS)
            .window("memory", VersionedServer.WINDOW, VersionedServer.WINDOW_BYTES).queuedMillis(4000).restarts(RestartPolicy.PERMANENT, 3, 5);
    }

    /** Adds the disk to the programs of the image. */
    void addDisk(Flaw flaw) {
        machine.add(version(machine.program("disk", Rank.DEVICE)), grants -> new VersionedServer(grants, world, flaw));
    }

    /** Adds the client, which is called so, after the disk, and switches the machine on. */
    void boot() {
        machine.add(machine.program("client", Rank.PROGRAM).usesService("disk").restarts(RestartPolicy.TEMPORARY, 0, 0), Client::new);
        machine.attach(new VersionedServer.Device(), VersionedServer.PORT, VersionedServer.PORTS);
        machine.boot();
        machine.pass(20);
    }

    private final class Client implements Isolate {
        private final Echo disk;

        Client(Grants grants) {
            disk = new Services(grants).connect("disk", Echo.class);
        }

        @Override
        public void run() {
            for (long i = 1; i <= requests; i++) {
                wrong |= disk.echo(i) != i;
                answered++;
                Notifications.sleep(1_000_000);
            }
        }
    }

    /** Waits for the client's last answer. */
    void finishRequests() {
        machine.await("the client's last answer", () -> answered == requests);
        assertFalse(wrong, "a wrong answer");
    }

    /** Waits for the client's last answer, and fails unless each of its requests was carried out once, as if there had been no update. */
    void assertEachRequestOnce() {
        finishRequests();
        for (long i = 1; i <= requests; i++) {
            assertEquals(1, world.executions.get(i), "executions of request " + i);
        }
    }
}
