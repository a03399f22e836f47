package org.bulkhead.isolate.testkit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.bulkhead.isolate.Grants;
import org.bulkhead.isolate.Isolate;
import org.bulkhead.isolate.PortAccess;
import org.bulkhead.isolate.Services;
import org.bulkhead.isolate.WindowAccess;
import org.bulkhead.isolate.call.Notifications;
import org.bulkhead.isolate.call.Nucleus;
import org.bulkhead.isolate.manifest.Manifest;
import org.bulkhead.isolate.manifest.PortGrant;
import org.bulkhead.isolate.manifest.Rank;
import org.bulkhead.isolate.manifest.RestartPolicy;
import org.bulkhead.isolate.message.MessageQueue;
import org.bulkhead.isolate.protocol.PciFunction;
import org.bulkhead.isolate.testkit.machine.PhysicalMemory;
import org.bulkhead.isolate.testkit.machine.SimulatedMachine;
import org.bulkhead.nucleus.abi.DeathReason;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Isolates on HotSpot: a JUnit 5 extension that gives each test a machine of its own, with the real nucleus, on which drivers, servers and programs run as they would in an image.
 *
 * <pre>
 * &#64;RegisterExtension
 * final IsolateTestkit kit = new IsolateTestkit();
 *
 * &#64;Test
 * void outputReachesTheLine() throws DeviceException {
 *     UartModel model = new UartModel(kit);
 *     kit.start(UartDriver.class, model);
 *     CharacterDevice uart = kit.connect("uart0", CharacterDevice.class);
 *     uart.write(bytes, 0, bytes.length);
 *     kit.run();
 *     assertEquals("hello", model.sent());
 * }
 * </pre>
 *
 * <p>The test method is an isolate itself, named {@code test}, of the highest rank and the lowest priority: whenever it calls a service or the testkit, everything that can run runs first. Isolates run
 * one at a time, and each goes on until it waits or something of higher priority is ready; so every run is like the other. Time is virtual: a microsecond for each system call and each port access, and
 * when everybody waits, time moves on to what happens next. Every method is for the thread of the test method alone, except where it says that a device's model may call it.
 */
public final class IsolateTestkit implements BeforeEachCallback, AfterEachCallback {
    /** Name of the isolate that the test method is. */
    public static final String TEST = "test";
    /** Bytes of heap, raw memory included, of the test's isolate. */
    public static final int TEST_HEAP = 1 << 20;

    static final int TEST_PROGRAM = 1;
    private static final int WHOLE_PERCENT = 100;
    private static final int SUPERVISOR_HEAP = 4 << 20;
    private static final int SLOTS = 16;
    private static final int STATE = 16 << 10;
    private static final int BURST = 3;
    private static final int SUSTAINED = 10;

    private KitSupervisor supervisor;
    private SimulatedMachine machine;
    private Watch watch;
    private Map<String, MessageQueue> connections;
    private Set<ScriptedPorts> scripts;

    @Override
    public void beforeEach(ExtensionContext context) {
        boot();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        if (context.getExecutionException().isPresent()) {
            // What did not come is no news after a failure.
            stop();
        } else {
            close();
        }
    }

    /** Switches the machine off, if it is on, and on again: nothing is left of what was on it, and of what the test expects. */
    public void boot() {
        stop();
        connections = new LinkedHashMap<>();
        scripts = new LinkedHashSet<>();
        supervisor = new KitSupervisor();
        supervisor.components().add(new Component(builder("supervisor", 0).rank(Rank.SUPERVISOR).supervises().heapBytes(SUPERVISOR_HEAP).build(), grants -> supervisor::run));
        supervisor.components().add(new Component(builder(TEST, TEST_PROGRAM).heapBytes(TEST_HEAP).build(), grants -> null));
        watch = new Watch(supervisor, () -> machine);
        machine = new SimulatedMachine(watch, TEST_PROGRAM);
        machine.boot();
    }

    /** Switches the machine off. Throws AssertionError if something that was announced has not come: a death, an access of a script. */
    public void close() {
        List<String> forgotten = new ArrayList<>();
        for (Component each : supervisor.components()) {
            if (each.expectedDeaths > 0) {
                forgotten.add(each.name());
            }
            for (RequestPhase phase : RequestPhase.values()) {
                if (each.killAt[phase.ordinal()] > 0) {
                    forgotten.add(each.name() + " " + phase);
                }
            }
        }
        stop();
        scripts.forEach(ScriptedPorts::verify);
        if (!forgotten.isEmpty()) {
            throw new AssertionError("deaths that were announced have not come: " + forgotten);
        }
    }

    private void stop() {
        if (machine != null) {
            machine.close();
            machine = null;
        }
    }

    private static Manifest.Builder builder(String name, int program) {
        return new Manifest.Builder(program, name, name).rank(Rank.PROGRAM).cpuPercent(WHOLE_PERCENT).heapBytes(TEST_HEAP).queueSlots(SLOTS).stateBytes(STATE)
            .restarts(RestartPolicy.PERMANENT, BURST, SUSTAINED);
    }

    private SimulatedMachine machine() {
        if (machine == null) {
            throw new IllegalStateException("the machine is off: register the testkit with @RegisterExtension, and use it in @BeforeEach and test methods");
        }
        return machine;
    }

    /** Has the supervisor do something at once; returns what it returns, throws what it throws. */
    private <T> T order(Supplier<T> what) {
        Object[] result = new Object[1];
        RuntimeException[] wrong = new RuntimeException[1];
        supervisor.add(() -> {
            try {
                result[0] = what.get();
            } catch (RuntimeException e) {
                wrong[0] = e;
            }
        });
        machine().pulse(KitSupervisor.DOORBELL);
        machine.sync();
        if (wrong[0] != null) {
            throw wrong[0];
        }
        @SuppressWarnings("unchecked")
        T value = (T) result[0];
        return value;
    }

    /**
     * {@return the manifest that the next isolate to be started gets, with the name {@code name}, the rank of programs, 1 MiB of heap and no rights, to be completed for
     * {@link #start(Manifest, Function)}}
     *
     * @param name of the isolate
     */
    public Manifest.Builder manifest(String name) {
        return builder(name, supervisor.components().size());
    }

    /**
     * Starts an isolate as its annotations say, each incarnation with static fields of its own. It runs until it waits, be it for its device, before this method returns; {@link #run} lets it go on until it serves.
     *
     * @param type a class that the image builder would take as well: public, with one of the annotations {@code @Driver}, {@code @Server} and {@code @Program}, and a public constructor that
     *     takes {@link Grants}; the isolate has a copy of it to itself, so the test cannot see its static fields
     * @throws IllegalArgumentException if its annotations do not make sense
     */
    public void start(Class<? extends Isolate> type) {
        start(new ReflectedIsolate(type).manifest(supervisor.components().size()), grants -> IsolateLoader.instantiate(type, grants));
    }

    /**
     * As {@link #start(Class)}, with {@code device} behind all the ports that the annotations name.
     *
     * @param type the isolate's class, as above
     * @param device what answers
     */
    public void start(Class<? extends Isolate> type, PortAccess device) {
        for (PortGrant each : new ReflectedIsolate(type).manifest(0).ports()) {
            attach(device, each.first(), each.count());
        }
        start(type);
    }

    /**
     * Starts an isolate that {@code factory} makes, with the rights of a manifest begun with {@link #manifest}.
     *
     * @param manifest begun with {@link #manifest(String)}, after the last isolate was started
     * @param factory makes the isolate, in each incarnation anew, on a thread of its own
     */
    public void start(Manifest manifest, Function<Grants, Isolate> factory) {
        if (supervisor.components().size() != manifest.program()) {
            throw new IllegalArgumentException("the manifest of " + manifest.name() + " was made for another isolate: start it before you make the next one");
        }
        if (manifest.program() == KitSupervisor.COMPONENTS) {
            throw new IllegalStateException("a test has at most " + KitSupervisor.COMPONENTS + " isolates");
        }
        Component component = new Component(manifest, factory);
        supervisor.components().add(component);
        order(() -> {
            supervisor.launch(component);
            return null;
        });
    }

    /**
     * Lets {@code device} answer at {@code count} I/O ports from {@code first} on. Scripts are verified when the test is over.
     *
     * @param device what answers
     * @param first number of the first port, 0 to 0xFFFF
     * @param count how many ports
     */
    public void attach(PortAccess device, int first, int count) {
        if (device instanceof ScriptedPorts script) {
            scripts.add(script);
        }
        machine().attach(device, first, count);
    }

    /**
     * Adds a PCI function to the machine, for isolates that are started afterwards: those whose manifest asks for such a one get it, as a supervisor would grant it.
     *
     * @param function with base address registers and interrupt line as a machine's firmware would have set them
     */
    public void addPciFunction(PciFunction function) {
        supervisor.functions().add(function);
    }

    /** {@return the machine's memory, for the model of a device that reads and writes it by itself} */
    public PhysicalMemory memory() {
        return machine().memory();
    }

    /**
     * Lets {@code device} answer for {@code bytes} bytes of device memory from physical address {@code first} on; it is given physical addresses. Without it that memory keeps what is
     * written to it.
     *
     * @param device what answers
     * @param first physical address, a multiple of 4096 above the machine's memory
     * @param bytes length, a multiple of 4096
     */
    public void attachWindow(WindowAccess device, long first, long bytes) {
        machine().attach(device, first, bytes);
    }

    /**
     * {@return an interrupt line, 0 to 15, for the device that is wired to it} Line 13 is the testkit's.
     *
     * @param line number of the line
     */
    public SimulatedLine line(int line) {
        if (line == KitSupervisor.DOORBELL || line < 0 || line > 15) {
            throw new IllegalArgumentException("no device has interrupt line " + line);
        }
        return new SimulatedLine(machine(), line);
    }

    /**
     * Has a device do something {@code nanos} nanoseconds from now. Devices' models may call this.
     *
     * @param nanos from now on, 0 or more
     * @param action what the device does then, on the thread that runs at that moment
     */
    public void after(long nanos, Runnable action) {
        machine().plan(nanos, action);
    }

    /** {@return nanoseconds since the machine was switched on} Devices' models may call this. */
    public long now() {
        return machine().now();
    }

    /**
     * {@return the client of an isolate's service: an object of its protocol, whose methods are calls by the test's isolate}
     *
     * @param <T> the protocol
     * @param service name of the isolate that serves it
     * @param protocol an interface with {@link org.bulkhead.isolate.protocol.Protocol}
     */
    public <T> T connect(String service, Class<T> protocol) {
        return Services.client(protocol, queue(service));
    }

    /**
     * Gives the test's own isolate rights, so that a part of a driver can be tested on the thread of the test method, without an isolate around it. To be called once, before the test
     * connects to anything.
     *
     * @param manifest made with {@link #manifest}, whatever its name
     * @return the grants, for what is to be tested
     */
    public Grants grants(Manifest manifest) {
        if (!connections.isEmpty()) {
            throw new IllegalStateException("the test's isolate has connections already: ask for its grants first");
        }
        order(() -> {
            supervisor.grant(supervisor.components().get(TEST_PROGRAM), manifest);
            return null;
        });
        Manifest[] system = new Manifest[manifest.program() + 1];
        system[manifest.program()] = manifest;
        return new Grants(system, manifest.program(), 0, 0, SimulatedMachine.ports(), machine.windows());
    }

    /**
     * {@return the queue of an isolate's service, for messages that no client would send}
     *
     * @param service name of the isolate that serves it
     */
    public MessageQueue queue(String service) {
        Component component = supervisor.named(service);
        if (!component.manifest.serves()) {
            throw new IllegalArgumentException(service + " serves no protocol");
        }
        return connections.computeIfAbsent(service, name -> new MessageQueue(order(() -> supervisor.use(supervisor.components().get(TEST_PROGRAM), component)), name));
    }

    /** Lets everybody run until all wait; time passes only as far as what they do takes some. */
    public void settle() {
        machine().sync();
        Nucleus.yield();
    }

    /**
     * Lets {@code nanos} nanoseconds pass, and all happen that happens then.
     *
     * @param nanos how long, 0 or more
     */
    public void advance(long nanos) {
        machine().sync();
        Notifications.sleep(nanos);
    }

    /** Lets time pass until no device has anything planned and all isolates wait. */
    public void run() {
        settle();
        while (machine.hasPlans()) {
            Notifications.sleep(machine.untilNextPlan());
            settle();
        }
    }

    /**
     * Kills an isolate now. Its successor starts at once, unless the manifest or the test ({@link #staysDead}) says otherwise.
     *
     * @param name of the isolate
     */
    public void kill(String name) {
        kill(name, DeathReason.KILLED);
    }

    /**
     * As {@link #kill(String)}, as if it had died for {@code reason}.
     *
     * @param name of the isolate
     * @param reason what others will be told
     */
    public void kill(String name, DeathReason reason) {
        order(() -> {
            supervisor.kill(supervisor.named(name), reason);
            return null;
        });
    }

    /**
     * Kills an isolate when request number {@code n} to it, counted from now on, with 1 for the next, has come that far. A request that is repeated counts again.
     *
     * @param name of the isolate
     * @param phase how far it has come
     * @param n which request, from 1 on
     */
    public void killAtRequest(String name, RequestPhase phase, int n) {
        supervisor.named(name).killAt[phase.ordinal()] = n;
    }

    /**
     * Kills an isolate as soon as its system call number {@code n}, counted from now on, has returned: its next instruction is never carried out. If it does not come to that, the test does not fail:
     * {@link #deaths} tells.
     *
     * @param name of the isolate
     * @param n which call, from 1 on, over all its incarnations
     */
    public void killAfterCall(String name, int n) {
        supervisor.named(name).killAfterCalls = n;
    }

    /**
     * Kills an isolate as soon as the access to a device is done that it is making: what it has read it never gets to use. For devices' models.
     *
     * @param name of the isolate
     */
    public void killAfterAccess(String name) {
        watch.order(supervisor.named(name));
    }

    /**
     * Has the isolate stay dead from its next death on, until {@link #restart}; its requests wait.
     *
     * @param name of the isolate
     */
    public void staysDead(String name) {
        supervisor.named(name).afterDeath = Component.AfterDeath.STAY_DEAD;
    }

    /**
     * Starts the next incarnation of an isolate that has died.
     *
     * @param name of the isolate
     */
    public void restart(String name) {
        Component component = supervisor.named(name);
        if (component.isolate != Component.NONE) {
            throw new IllegalStateException(name + " is alive");
        }
        order(() -> {
            supervisor.launch(component);
            return null;
        });
    }

    /**
     * Gives up a service: from now on its clients get OFFLINE, and whoever serves it is not started again.
     *
     * @param name of the isolate
     */
    public void giveUp(String name) {
        order(() -> {
            supervisor.giveUp(supervisor.named(name));
            return null;
        });
    }

    /**
     * Announces that an isolate will die by its own doing. Without that, such a death fails the test at once; with it, no death fails the test in the end.
     *
     * @param name of the isolate
     */
    public void expectDeath(String name) {
        supervisor.named(name).expectedDeaths++;
    }

    /** {@return all deaths so far, in order} */
    public List<Death> deaths() {
        return List.copyOf(watch.deaths());
    }

    /**
     * {@return the incarnation of an isolate that lives, or would be next}
     *
     * @param name of the isolate
     */
    public int incarnation(String name) {
        return supervisor.named(name).incarnation;
    }

    /** {@return the lines that isolates have written to the system's log} */
    public List<String> log() {
        return List.copyOf(watch.log());
    }

    /**
     * Says what each isolate is doing, a line each: for the message of an assertion.
     *
     * @return a line for each isolate
     */
    public String situations() {
        return machine().situations();
    }
}
