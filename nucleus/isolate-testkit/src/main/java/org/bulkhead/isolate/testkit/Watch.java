package org.bulkhead.isolate.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.bulkhead.isolate.Grants;
import org.bulkhead.isolate.manifest.Manifest;
import org.bulkhead.isolate.testkit.machine.MachineObserver;
import org.bulkhead.isolate.testkit.machine.SimulatedMachine;
import org.bulkhead.isolate.testkit.machine.SystemCallRequest;
import org.bulkhead.nucleus.abi.DeathReason;
import org.bulkhead.nucleus.abi.MessageLayout;
import org.bulkhead.nucleus.abi.SystemCall;
import org.bulkhead.vm.magic.Address;

/** What the testkit does about events on its machine: says what the programs are, counts requests and kills at the chosen ones, keeps deaths and the log. */
final class Watch implements MachineObserver {
    private final KitSupervisor supervisor;
    private final Supplier<SimulatedMachine> machine;
    private final List<Death> deaths = new ArrayList<>();
    private final List<String> log = new ArrayList<>();

    Watch(KitSupervisor supervisor, Supplier<SimulatedMachine> machine) {
        this.supervisor = supervisor;
        this.machine = machine;
    }

    List<Death> deaths() {
        return deaths;
    }

    List<String> log() {
        return log;
    }

    @Override
    public Runnable program(int program, int incarnation, long argument) {
        Component component = supervisor.components().get(program);
        Manifest[] system = supervisor.components().stream().map(each -> each.manifest).toArray(Manifest[]::new);
        return () -> component.factory.apply(new Grants(system, program, incarnation, argument, SimulatedMachine.ports(), machine.get().windows())).run();
    }

    @Override
    public void before(int isolate, SystemCallRequest call) {
        if (call.number() == SystemCall.LOG) {
            logLines(call);
            return;
        }
        if (call.number() == SystemCall.CALL || call.number() == SystemCall.SEND || call.number() == SystemCall.SUBMIT) {
            Component server = serverOf(machine.get().probe().queueOf(isolate, call.a()));
            if (server != null) {
                reached(server, RequestPhase.QUEUED);
            }
        } else if (call.number() == SystemCall.REPLY || call.number() == SystemCall.REPLY_AND_RECEIVE && call.a() != 0) {
            reached(componentOf(isolate), RequestPhase.BEFORE_REPLY);
        }
    }

    @Override
    public void after(int isolate, SystemCallRequest call, long result) {
        boolean receives = call.number() == SystemCall.RECEIVE || call.number() == SystemCall.REPLY_AND_RECEIVE;
        if (receives && result == MessageLayout.RECEIVED_MESSAGE) {
            reached(componentOf(isolate), RequestPhase.IN_SERVICE);
        }
        Component component = componentOf(isolate);
        if (component.killAfterCalls > 0 && --component.killAfterCalls == 0) {
            order(component);
        }
    }

    private void logLines(SystemCallRequest call) {
        StringBuilder text = new StringBuilder();
        Address from = Address.fromLong(call.a());
        for (long i = 0; i < call.b(); i++) {
            text.append((char) (from.plus(i).loadByte() & 0xFF));
        }
        text.toString().lines().forEach(log::add);
    }

    /** The doorbell is answered before the call goes on, or the isolate does. */
    private void reached(Component component, RequestPhase phase) {
        if (component.reached(phase)) {
            order(component);
        }
    }

    /** Has a component killed before its next instruction. */
    void order(Component component) {
        supervisor.add(() -> supervisor.kill(component, DeathReason.KILLED));
        machine.get().pulse(KitSupervisor.DOORBELL);
    }

    private Component componentOf(int isolate) {
        return supervisor.components().get(machine.get().probe().program(isolate));
    }

    private Component serverOf(int queue) {
        for (Component each : supervisor.components()) {
            if (each.queue != Component.NONE && machine.get().probe().queueOf(0, each.queue) == queue) {
                return each;
            }
        }
        return null;
    }

    @Override
    public void died(long address, Throwable uncaught) {
        Death death = Death.read(address, uncaught);
        deaths.add(death);
        Component component = supervisor.named(death.name());
        component.lastDeath = death;
        boolean orderly = death.reason() == DeathReason.EXIT && death.detail() == 0;
        if (component.expectedDeaths > 0) {
            component.expectedDeaths--;
        } else if (!orderly) {
            throw new AssertionError(death + " (nobody expected that: see expectDeath)", uncaught);
        }
    }
}
