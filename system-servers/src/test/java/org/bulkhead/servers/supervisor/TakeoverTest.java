package org.bulkhead.servers.supervisor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.bulkhead.isolate.call.HandleInfo;
import org.bulkhead.isolate.call.IsolateInfo;
import org.bulkhead.isolate.call.MemoryInfo;
import org.bulkhead.isolate.protocol.ComponentInfo.State;
import org.bulkhead.isolate.protocol.ComponentStatus;
import org.bulkhead.isolate.protocol.Supervision;
import org.bulkhead.isolate.protocol.SupervisionEvent;
import org.bulkhead.nucleus.abi.HandleKind;
import org.bulkhead.servers.supervisor.SupervisedMachine.End;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The supervisor is ended at each of its system calls while it does something, by a fault or by hanging. Whatever the call was: afterwards everybody lives once, in the incarnation that the deaths
 * say, the clients have their answers, each death is in the history once, and of nothing is more left than when nothing happens to the supervisor.
 */
class TakeoverTest {
    /** Time after which all delays and deadlines are over. */
    private static final long QUIET_MILLIS = 3000;

    /** What there is in the end that could have been lost, or left over. */
    private record Inventory(int freeIsolates, int freeQueues, int freeSlots, int freeConnections, Map<HandleKind, Integer> handles, List<String> states) {}

    static Stream<Arguments> storiesAndEnds() {
        return Stream.of(Story.values()).flatMap(story -> Stream.of(End.values()).map(end -> Arguments.of(story, end)));
    }

    @ParameterizedTest
    @MethodSource("storiesAndEnds")
    void whereverTheSupervisorEndsItsSuccessorFinishesWhatItHadBegun(Story story, End end) {
        long calls;
        Inventory undisturbed;
        try (SupervisedMachine machine = boot(story)) {
            long before = machine.supervisorCalls();
            story.happen(machine);
            calls = machine.supervisorCalls() - before;
            undisturbed = inventory(machine);
        }
        for (long n = 1; n <= calls; n++) {
            try (SupervisedMachine machine = boot(story)) {
                machine.endSupervisor(end, n);
                try {
                    story.happen(machine);
                    machine.spareSupervisor();
                    assertEquals(undisturbed, inventory(machine));
                    check(machine);
                } catch (Throwable wrong) {
                    throw new AssertionError("ended at system call " + n + " of " + calls + ": " + wrong.getMessage() + "\n" + machine.deaths() + "\n" + String.join("\n", machine.log()), wrong);
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void itMayAlsoEndWhileItStartsTheSystem(End end) {
        long calls;
        Inventory undisturbed;
        try (SupervisedMachine machine = boot(Story.DEVICES)) {
            calls = machine.supervisorCalls();
            undisturbed = inventory(machine);
        }
        for (long n = 1; n <= calls; n++) {
            try (SupervisedMachine machine = new SupervisedMachine()) {
                Story.DEVICES.prepare(machine);
                machine.endSupervisor(end, n);
                machine.boot();
                assertEquals(undisturbed, inventory(machine), "ended at system call " + n + " of " + calls + " of the boot");
                check(machine);
            }
        }
    }

    private static SupervisedMachine boot(Story story) {
        SupervisedMachine machine = new SupervisedMachine();
        story.prepare(machine);
        return machine.boot();
    }

    private static Inventory inventory(SupervisedMachine machine) {
        machine.pass(QUIET_MILLIS);
        Supervision supervision = machine.supervision();
        MemoryInfo memory = supervision.memory();
        Map<HandleKind, Integer> handles = new TreeMap<>();
        int index = 0;
        for (HandleInfo each = supervision.handle(0, index); each != null; each = supervision.handle(0, ++index)) {
            handles.merge(each.kind(), 1, Integer::sum);
        }
        // A supervisor that has served since it made its queue has no need of being given the right to.
        handles.remove(HandleKind.SERVED_QUEUE);
        handles.remove(HandleKind.NONE);
        List<String> states = new ArrayList<>();
        index = 0;
        for (ComponentStatus each = supervision.status(index); each != null; each = supervision.status(++index)) {
            states.add(each.name() + " " + each.state() + " " + each.version() + (each.ready() ? " ready" : ""));
        }
        return new Inventory(memory.freeIsolates(), memory.freeQueues(), memory.freeSlots(), memory.freeConnections(), handles, states);
    }

    private static void check(SupervisedMachine machine) {
        Supervision supervision = machine.supervision();
        Map<String, List<Integer>> living = new TreeMap<>();
        int index = 0;
        for (IsolateInfo each = supervision.isolate(index); each != null; each = supervision.isolate(++index)) {
            if (each.state() != IsolateInfo.State.FREE) {
                living.computeIfAbsent(each.name(), name -> new ArrayList<>()).add(each.incarnation());
            }
        }
        List<String> deathEvents = new ArrayList<>();
        for (int number = Math.max(0, supervision.events() - Supervision.EVENTS_KEPT); number < supervision.events(); number++) {
            SupervisionEvent event = supervision.event(number);
            if (event.kind() == SupervisionEvent.Kind.DEATH) {
                deathEvents.add(event.name() + "[" + event.incarnation() + "]");
            }
        }
        assertEquals(deathEvents.stream().distinct().toList(), deathEvents, "no death counts twice");
        index = 0;
        for (ComponentStatus each = supervision.status(index); each != null; each = supervision.status(++index)) {
            String name = each.name();
            List<Integer> incarnations = living.remove(name);
            assertEquals(each.state() == State.ALIVE ? List.of(each.incarnation()) : null, incarnations, name);
            long died = machine.deaths().stream().filter(death -> death.name().equals(name)).count();
            assertEquals(died, each.incarnation(), name + " has died as often as its number says");
        }
        assertTrue(living.isEmpty(), () -> "nobody else lives: " + living);
    }
}
