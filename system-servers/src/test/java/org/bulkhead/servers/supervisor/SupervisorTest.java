package org.bulkhead.servers.supervisor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.bulkhead.isolate.Grants;
import org.bulkhead.isolate.manifest.Manifest;
import org.bulkhead.isolate.manifest.Rank;
import org.bulkhead.isolate.manifest.RestartPolicy;
import org.bulkhead.isolate.manifest.StartMode;
import org.bulkhead.isolate.protocol.SupervisionDispatcher;
import org.bulkhead.nucleus.abi.DeathReason;
import org.bulkhead.servers.supervisor.ScriptedNucleus.EndOfScript;
import org.bulkhead.servers.supervisor.ScriptedNucleus.Request;
import org.junit.jupiter.api.Test;

/** The supervisor against a scripted nucleus: what it starts, what it grants, and what it does about deaths. */
class SupervisorTest {
    /** Operation of a reply: the exception that the method declares. */
    private static final int FAILED = 1;

    private static final Manifest[] SYSTEM = {
        new Manifest.Builder(0, "supervisor", "S").rank(Rank.SUPERVISOR).serves("Supervision").supervises().queueSlots(8).heapBytes(4 << 20).cpuPercent(100)
            .restarts(RestartPolicy.PERMANENT, 3, 10).build(),
        new Manifest.Builder(1, "disk", "D").rank(Rank.DEVICE).serves("BlockDevice").queueSlots(4).heapBytes(1 << 20).cpuPercent(50)
            .sendsTo("supervisor").interrupt(14).ports("command", 0x1F0, 8).ports("control", 0x3F6, 1).restarts(RestartPolicy.PERMANENT, 2, 4).build(),
        new Manifest.Builder(2, "reader", "R").rank(Rank.PROGRAM).start(StartMode.ON_REQUEST).heapBytes(1 << 20).cpuPercent(100)
            .usesService("disk").restarts(RestartPolicy.TEMPORARY, 3, 10).build(),
        new Manifest.Builder(3, "job", "J").rank(Rank.PROGRAM).heapBytes(1 << 20).cpuPercent(100).restarts(RestartPolicy.TRANSIENT, 3, 10).build(),
    };

    private final ScriptedNucleus nucleus = new ScriptedNucleus();

    private void run() {
        Supervisor supervisor = new Supervisor(new Grants(SYSTEM, 0, 0, 0, null));
        assertThrows(EndOfScript.class, supervisor::run);
    }

    private List<String> actionsAbout(String name) {
        return nucleus.actions().stream().filter(each -> each.contains(name)).toList();
    }

    private long starts(String name) {
        return nucleus.actions().stream().filter(each -> each.startsWith("start " + name)).count();
    }

    @Test
    void queuesAreMadeAndTheBootSetIsStartedWithExactlyItsRights() {
        run();
        assertEquals(List.of("queue 8 slots rank 0", "queue 4 slots rank " + Rank.DEVICE.ordinal()), nucleus.actions().subList(0, 2));
        assertEquals(List.of("create disk[0]", "grant disk[0] serve queue 11", "grant disk[0] use queue 10 credits 2", "grant disk[0] interrupt 14 bit 14",
            "grant disk[0] ports 0x1f0 8", "grant disk[0] ports 0x3f6 1", "start disk[0]"), actionsAbout("disk[0]"));
        assertEquals(List.of("create job[0]", "start job[0]"), actionsAbout("job[0]"));
        assertEquals(0, starts("reader"));
        assertEquals(0, starts("supervisor"));
    }

    @Test
    void whatDiesIsRestartedAtTheSameQueue() {
        nucleus.dies("disk", 0, DeathReason.WILD_ACCESS);
        run();
        assertEquals("close disk[0]", actionsAbout("disk[0]").get(7));
        assertTrue(nucleus.actions().contains("grant disk[1] serve queue 11"));
        assertEquals(1, starts("disk[1]"));
    }

    @Test
    void aDeathIsToldWhenTheServiceWorksAgain() {
        nucleus.dies("disk", 0, DeathReason.WILD_ACCESS).waits(Obituaries.POLL_NANOS);
        run();
        assertTrue(nucleus.log().stream().anyMatch(each -> each.startsWith("disk[0] died: WILD_ACCESS")));
        assertTrue(nucleus.log().stream().noneMatch(each -> each.startsWith("@death")));

        ScriptedNucleus another = new ScriptedNucleus();
        another.servicesWork();
        another.dies("disk", 0, DeathReason.WILD_ACCESS).waits(Obituaries.POLL_NANOS);
        assertThrows(EndOfScript.class, new Supervisor(new Grants(SYSTEM, 0, 0, 0, null))::run);
        assertTrue(another.log().contains("@death isolate=disk incarnation=0 reason=WILD_ACCESS detail=0x0 faultTicks=1000 serviceTicks=4711"), another.log().toString());
    }

    @Test
    void aSuccessorIsAtWorkBeforeLinesAreWritten() {
        nucleus.dies("disk", 0, DeathReason.WILD_ACCESS).dies("disk", 1, DeathReason.WILD_ACCESS);
        run();
        assertEquals(1, starts("disk[2]"));
        assertTrue(logs(nucleus, "supervisor: starting disk[1]") && logs(nucleus, "disk[0] died"), "told before the next death is dealt with");
        assertFalse(logs(nucleus, "supervisor: starting disk[2]") || logs(nucleus, "disk[1] died"), nucleus.log().toString());

        ScriptedNucleus later = new ScriptedNucleus();
        later.dies("disk", 0, DeathReason.WILD_ACCESS).waits(Obituaries.POLL_NANOS);
        assertThrows(EndOfScript.class, new Supervisor(new Grants(SYSTEM, 0, 0, 0, null))::run);
        assertTrue(logs(later, "supervisor: starting disk[1]") && logs(later, "disk[0] died"), later.log().toString());
    }

    @Test
    void linesAboutADeathDoNotHoldUpTheSuccessorOfTheNext() {
        Manifest[] system = Arrays.copyOf(SYSTEM, SYSTEM.length + 1);
        system[SYSTEM.length] = new Manifest.Builder(SYSTEM.length, "clock", "C").rank(Rank.DEVICE).serves("Clock").queueSlots(4).heapBytes(1 << 20).cpuPercent(50)
            .restarts(RestartPolicy.PERMANENT, 2, 4).build();
        nucleus.dies("disk", 0, DeathReason.WILD_ACCESS).waits(Obituaries.POLL_NANOS - 1).dies("clock", 0, DeathReason.WILD_ACCESS).waits(Obituaries.POLL_NANOS - 1);
        assertThrows(EndOfScript.class, new Supervisor(new Grants(system, 0, 0, 0, null))::run);
        assertEquals(1, starts("clock[1]"));
        assertFalse(logs(nucleus, "disk[0] died") || logs(nucleus, "clock[0] died"), nucleus.log().toString());

        ScriptedNucleus later = new ScriptedNucleus();
        later.dies("disk", 0, DeathReason.WILD_ACCESS).waits(Obituaries.POLL_NANOS - 1).dies("clock", 0, DeathReason.WILD_ACCESS).waits(Obituaries.POLL_NANOS);
        assertThrows(EndOfScript.class, new Supervisor(new Grants(system, 0, 0, 0, null))::run);
        List<String> deaths = later.log().stream().filter(each -> each.contains(" died: ")).map(each -> each.substring(0, each.indexOf(' '))).toList();
        assertEquals(List.of("disk[0]", "clock[0]"), deaths);
    }

    private static boolean logs(ScriptedNucleus nucleus, String beginning) {
        return nucleus.log().stream().anyMatch(each -> each.startsWith(beginning));
    }

    @Test
    void afterTheBurstItWaitsAndAtLastGivesUp() {
        nucleus.dies("disk", 0, DeathReason.WILD_ACCESS).dies("disk", 1, DeathReason.WILD_ACCESS).dies("disk", 2, DeathReason.WILD_ACCESS);
        run();
        assertEquals(1, starts("disk[2]"));
        assertEquals(0, starts("disk[3]"));

        ScriptedNucleus patient = new ScriptedNucleus();
        patient.dies("disk", 0, DeathReason.WILD_ACCESS).dies("disk", 1, DeathReason.WILD_ACCESS).dies("disk", 2, DeathReason.WILD_ACCESS).waits(10_000_000)
            .dies("disk", 3, DeathReason.WILD_ACCESS).waits(100_000_000).dies("disk", 4, DeathReason.WILD_ACCESS).waits(10_000_000_000L);
        Request start = patient.calls(SupervisionDispatcher.START, "disk", 0);
        assertThrows(EndOfScript.class, new Supervisor(new Grants(SYSTEM, 0, 0, 0, null))::run);
        assertTrue(patient.actions().contains("start disk[3]"));
        assertTrue(patient.actions().contains("start disk[4]"));
        assertTrue(patient.actions().contains("offline queue 11"));
        assertEquals(0, start.replyOperation(), "who was given up comes back on request, at the same queue");
        assertTrue(patient.actions().contains("grant disk[5] serve queue 11"));
        assertTrue(patient.actions().indexOf("offline queue 11") < patient.actions().indexOf("start disk[5]"));
        assertEquals(1, patient.actions().stream().filter(each -> each.startsWith("start disk[5]")).count());
    }

    @Test
    void whatIsTakenDownStaysDownUntilItIsStarted() {
        Request down = nucleus.calls(SupervisionDispatcher.DOWN, "disk");
        nucleus.dies("disk", 0, DeathReason.KILLED).waits(10_000_000_000L);
        Request again = nucleus.calls(SupervisionDispatcher.DOWN, "disk");
        run();
        assertEquals(List.of(0, FAILED), List.of(down.replyOperation(), again.replyOperation()));
        assertEquals(0, starts("disk[1]"));
        assertTrue(nucleus.actions().contains("kill disk[0]"));
        assertTrue(nucleus.actions().contains("offline queue 11"), "nobody is left waiting");
    }

    @Test
    void whatWasTakenDownStartsAtItsQueueAgain() {
        nucleus.calls(SupervisionDispatcher.DOWN, "disk");
        nucleus.dies("disk", 0, DeathReason.KILLED);
        Request start = nucleus.calls(SupervisionDispatcher.START, "disk", 0);
        run();
        assertEquals(0, start.replyOperation());
        assertTrue(nucleus.actions().contains("grant disk[1] serve queue 11"));
    }

    @Test
    void aRestartOnRequestAsksNoPolicyAndNoDelay() {
        nucleus.calls(SupervisionDispatcher.START, "reader", 1);
        Request temporary = nucleus.calls(SupervisionDispatcher.RESTART, "reader");
        nucleus.dies("reader", 0, DeathReason.KILLED);
        nucleus.dies("disk", 0, DeathReason.WILD_ACCESS).dies("disk", 1, DeathReason.WILD_ACCESS).dies("disk", 2, DeathReason.WILD_ACCESS);
        Request waiting = nucleus.calls(SupervisionDispatcher.RESTART, "disk");
        Request unknown = nucleus.calls(SupervisionDispatcher.RESTART, "nobody");
        run();
        assertEquals(List.of(0, 0, FAILED), List.of(temporary.replyOperation(), waiting.replyOperation(), unknown.replyOperation()));
        assertEquals(1, starts("reader[1]"));
        assertEquals(1, starts("disk[3]"));
    }

    @Test
    void killsOnRequestSayNothingAgainstAComponent() {
        for (int i = 0; i < 20; i++) {
            nucleus.dies("disk", i, DeathReason.KILLED);
        }
        run();
        assertEquals(1, starts("disk[20]"));
    }

    @Test
    void policiesDecideWhoComesBack() {
        nucleus.dies("job", 0, DeathReason.UNCAUGHT_EXCEPTION).dies("job", 1, DeathReason.EXIT);
        nucleus.calls(SupervisionDispatcher.START, "reader", 1);
        nucleus.dies("reader", 0, DeathReason.WILD_ACCESS);
        run();
        assertEquals(1, starts("job[1]"));
        assertEquals(0, starts("job[2]"));
        assertEquals(1, starts("reader[0]"));
        assertEquals(0, starts("reader[1]"));
        assertTrue(nucleus.actions().contains("grant reader[0] use queue 11 credits 2"));
    }

    @Test
    void requestsThatCannotBeMetGetAReason() {
        Request unknown = nucleus.calls(SupervisionDispatcher.KILL, "nobody");
        Request itself = nucleus.calls(SupervisionDispatcher.KILL, "supervisor");
        Request stopped = nucleus.calls(SupervisionDispatcher.KILL, "reader");
        Request running = nucleus.calls(SupervisionDispatcher.START, "disk", 0);
        Request good = nucleus.calls(SupervisionDispatcher.KILL, "disk");
        nucleus.waits(1);
        nucleus.dies("job", 0, DeathReason.EXIT);
        run();
        assertEquals(List.of(FAILED, FAILED, FAILED, FAILED, 0),
            List.of(unknown.replyOperation(), itself.replyOperation(), stopped.replyOperation(), running.replyOperation(), good.replyOperation()));
        assertEquals(List.of("kill disk[0]"), nucleus.actions().stream().filter(each -> each.startsWith("kill")).toList());
    }
}
