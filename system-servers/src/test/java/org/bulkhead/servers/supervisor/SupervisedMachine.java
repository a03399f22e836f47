package org.bulkhead.servers.supervisor;

import java.lang.reflect.Proxy;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.bulkhead.isolate.Grants;
import org.bulkhead.isolate.Isolate;
import org.bulkhead.isolate.PortAccess;
import org.bulkhead.isolate.Services;
import org.bulkhead.isolate.call.Handle;
import org.bulkhead.isolate.call.Loading;
import org.bulkhead.isolate.call.ModulePage;
import org.bulkhead.isolate.call.Notifications;
import org.bulkhead.isolate.call.RawMemory;
import org.bulkhead.isolate.manifest.Manifest;
import org.bulkhead.isolate.manifest.ManifestCodec;
import org.bulkhead.isolate.manifest.Rank;
import org.bulkhead.isolate.manifest.RestartPolicy;
import org.bulkhead.isolate.message.Message;
import org.bulkhead.isolate.message.MessageQueue;
import org.bulkhead.isolate.message.ServiceLoop;
import org.bulkhead.isolate.protocol.ComponentStatus;
import org.bulkhead.isolate.protocol.DataStoreDispatcher;
import org.bulkhead.isolate.protocol.DataStoreServer;
import org.bulkhead.isolate.protocol.Supervision;
import org.bulkhead.isolate.protocol.SupervisionException;
import org.bulkhead.isolate.protocol.UpdateResult;
import org.bulkhead.isolate.supervision.ModuleMaker;
import org.bulkhead.isolate.testkit.machine.DeathRecords;
import org.bulkhead.isolate.testkit.machine.MachineObserver;
import org.bulkhead.isolate.testkit.machine.SimulatedMachine;
import org.bulkhead.isolate.testkit.machine.SystemCallRequest;
import org.bulkhead.nucleus.abi.AddressSpaceLayout;
import org.bulkhead.nucleus.abi.DeathReason;
import org.bulkhead.nucleus.abi.DeathRecord;
import org.bulkhead.nucleus.abi.IsolateRecord;
import org.bulkhead.nucleus.abi.SystemCall;
import org.bulkhead.vm.magic.Address;

/**
 * The real supervisor on the real nucleus, on the testkit's simulated machine. The test is a program like others, of the lowest rank, that the supervisor starts; whatever it calls, everybody else
 * runs first.
 */
final class SupervisedMachine implements MachineObserver, AutoCloseable {
    /** Program number of the supervisor. */
    static final int SUPERVISOR = 0;
    /** Program number of the test, and its name. */
    static final int TEST = 1;
    static final String TEST_NAME = "test";
    /** Where programs that are installed come from. */
    static final String SOURCE = "/modules/test.jar";

    private static final int HEAP = 1 << 20;
    private static final int PERCENT = 100;
    private static final int SLOTS = 8;

    /** How the supervisor comes to its end. */
    enum End {
        /** It executes what is no instruction. */
        DIES,
        /** It loops until the nucleus ends it. */
        HANGS
    }

    private record Code(Manifest manifest, Function<Grants, Isolate> factory) {}

    /** A death: {@code disk[0] WILD_ACCESS}. */
    record Death(String name, int incarnation, DeathReason reason) {}

    private final List<Manifest> programs = new ArrayList<>();
    private final List<Function<Grants, Isolate>> factories = new ArrayList<>();
    private final List<Death> deaths = new ArrayList<>();
    private final List<String> log = new ArrayList<>();
    private final List<Consumer<SimulatedMachine>> devices = new ArrayList<>();
    private final List<String> services = new ArrayList<>();
    private final Map<String, String> told = new ConcurrentHashMap<>();
    private final Set<Integer> removed = ConcurrentHashMap.newKeySet();
    private final List<String> complaints = new ArrayList<>();
    /** What HotSpot runs in the place of modules' code, by the number that is the content of each module. */
    private final List<Code> codes = new ArrayList<>();
    private Supervision supervision;
    private ModuleMaker loader;
    private ByteBuffer manifestText;
    private SimulatedMachine machine;
    private Runnable intrusion;
    private String updated;
    /** Program that dies at its next system call, or -1. */
    private int doomed = -1;
    private End end;
    private long supervisorCalls;
    private long lastCall = Long.MAX_VALUE;

    /** Makes a machine with a supervisor and a test, which may call it; programs are added before it boots. */
    SupervisedMachine() {
        add(program("supervisor", Rank.SUPERVISOR).serves("Supervision").supervises().queueSlots(32), this::supervisor);
        services.add(Supervision.SERVICE);
    }

    private Isolate supervisor(Grants grants) {
        Supervisor made = new Supervisor(grants);
        if (grants.incarnation() == 0 && updated != null) {
            made.roster.named(updated).choose(1, 0);
        }
        return made;
    }

    /** Has a component begin in its second version, as if an update had led there from the first. */
    void isUpdated(String name) {
        updated = name;
    }

    /** Begins the manifest of the program that is added next. */
    Manifest.Builder program(String name, Rank rank) {
        // The second place is the test's, whose manifest is finished last.
        int number = programs.isEmpty() ? SUPERVISOR : Math.max(programs.size(), TEST + 1);
        return new Manifest.Builder(number, name, name).rank(rank).heapBytes(HEAP).cpuPercent(PERCENT).queueSlots(SLOTS).restarts(RestartPolicy.PERMANENT, 3, 10);
    }

    /** Adds a program. */
    SupervisedMachine add(Manifest.Builder manifest, Function<Grants, Isolate> factory) {
        Manifest made = manifest.build();
        programs.add(made);
        factories.add(factory);
        if (programs.size() == TEST) {
            programs.add(null);
            factories.add(grants -> null);
        }
        if (made.serves() && made.versionOf().isEmpty() && made.program() != SUPERVISOR) {
            services.add(made.name());
        }
        return this;
    }

    /** Lets a device answer at {@code count} ports from {@code first} on, once the machine is on. */
    void attach(PortAccess device, int first, int count) {
        devices.add(each -> each.attach(device, first, count));
    }

    /** Switches the machine on; returns when the supervisor has started the test. */
    SupervisedMachine boot() {
        Manifest.Builder test = new Manifest.Builder(TEST, TEST_NAME, TEST_NAME).rank(Rank.PROGRAM).heapBytes(HEAP).cpuPercent(PERCENT).restarts(RestartPolicy.TEMPORARY, 0, 0).loadsModules();
        services.forEach(test::usesService);
        complaints.forEach(test::complainsAbout);
        programs.set(TEST, test.build());
        machine = new SimulatedMachine(this, TEST);
        devices.forEach(each -> each.accept(machine));
        machine.boot();
        return this;
    }

    @Override
    public void close() {
        if (machine != null) {
            machine.close();
        }
    }

    SimulatedMachine machine() {
        return machine;
    }

    /** Begins the manifest of a program that is installed. */
    Manifest.Builder manifest(String name, Rank rank) {
        return new Manifest.Builder(0, name, name).rank(rank).heapBytes(HEAP).cpuPercent(PERCENT).queueSlots(SLOTS).restarts(RestartPolicy.PERMANENT, 3, 10);
    }

    /** Makes a sealed module of the nucleus that stands for a program's code. */
    Handle module(Manifest manifest, Function<Grants, Isolate> factory) {
        begin(manifest, factory);
        return loader.seal();
    }

    /** Makes a module that nobody has sealed. */
    Handle unsealedModule() {
        return Loading.createModule();
    }

    private void begin(Manifest manifest, Function<Grants, Isolate> factory) {
        if (loader == null) {
            loader = new ModuleMaker();
        }
        byte[] content = new byte[Long.BYTES];
        ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN).putLong(codes.size());
        codes.add(new Code(manifest, factory));
        loader.begin();
        loader.page(AddressSpaceLayout.MODULE_START, ModulePage.METADATA, content, 0, content.length);
    }

    /** Installs a program; returns its number. */
    int install(Manifest manifest, Function<Grants, Isolate> factory) throws SupervisionException {
        return install(ManifestCodec.encode(manifest), module(manifest, factory));
    }

    int install(byte[] manifest, Handle module) throws SupervisionException {
        return supervision().install(SOURCE, lent(manifest), module);
    }

    /** Updates a component to a program that is installed for that. */
    UpdateResult updateTo(String name, Manifest manifest, Function<Grants, Isolate> factory) throws SupervisionException {
        return updateTo(name, ManifestCodec.encode(manifest), module(manifest, factory));
    }

    UpdateResult updateTo(String name, byte[] manifest, Handle module) throws SupervisionException {
        return supervision().updateTo(name, SOURCE, lent(manifest), module);
    }

    private ByteBuffer lent(byte[] manifest) {
        if (manifestText == null) {
            manifestText = RawMemory.allocateBuffer(Supervision.MANIFEST_LIMIT);
        }
        manifestText.clear();
        manifestText.put(0, manifest).limit(manifest.length);
        return manifestText;
    }

    /** Returns the client of a service. */
    <T> T connect(String service, Class<T> protocol) {
        return Services.client(protocol, new MessageQueue(programs.get(TEST).serviceHandle(service), service));
    }

    /** Sends a message to a service and lets everybody run. */
    void cue(String service, Message message) {
        new MessageQueue(programs.get(TEST).serviceHandle(service), service).send(message);
        machine.sync();
    }

    /** Returns how a component is doing. */
    ComponentStatus status(String name) {
        int index = 0;
        ComponentStatus found = supervision().status(index);
        while (!found.name().equals(name)) {
            found = supervision().status(++index);
        }
        return found;
    }

    /** Returns the client of the supervisor, one for all: raw memory is never given back. */
    Supervision supervision() {
        if (supervision == null) {
            supervision = connect(Supervision.SERVICE, Supervision.class);
        }
        return supervision;
    }

    /** Returns a datastore that knows nothing but what the supervisor has told it. */
    Isolate store() {
        told.clear();
        removed.clear();
        DataStoreServer server = (DataStoreServer) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {DataStoreServer.class}, (proxy, method, arguments) -> {
            switch (method.getName()) {
                case "componentChanged" -> told.put((String) arguments[0], arguments[1] + " " + arguments[2]);
                case "componentRemoved" -> {
                    told.remove((String) arguments[0]);
                    removed.add((int) arguments[1]);
                }
                default -> throw new UnsupportedOperationException(method.getName());
            }
            return null;
        });
        return () -> new ServiceLoop(new DataStoreDispatcher(server), bits -> { }).run();
    }

    /** Returns what the datastore was told of a component last: {@code STATE INCARNATION}; null if nothing. */
    String told(String name) {
        return told.get(name);
    }

    /** Returns the badges of components of which the datastore was told that they were removed. */
    Set<Integer> removed() {
        return removed;
    }

    /** Lets the test complain about a component. */
    SupervisedMachine complainsAbout(String name) {
        complaints.add(name);
        return this;
    }

    /** Does something with the supervisor's memory, just before its next system call. */
    void beforeSupervisorsNextCall(Runnable action) {
        intrusion = action;
    }

    /** Has a program die at its next system call. */
    void doom(String name) {
        doomed = programs.stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow().program();
    }

    /** Ends the supervisor at its system call number {@code n} from now on, 1 for the next, before that is made. */
    void endSupervisor(End how, long n) {
        end = how;
        lastCall = supervisorCalls + n;
    }

    /** Takes that back if it has not come to it; returns whether it has. */
    boolean spareSupervisor() {
        boolean ended = lastCall == Long.MAX_VALUE;
        lastCall = Long.MAX_VALUE;
        return ended;
    }

    /** Returns how many system calls supervisors have made. */
    long supervisorCalls() {
        return supervisorCalls;
    }

    List<Death> deaths() {
        return deaths;
    }

    long deaths(String name) {
        return deaths.stream().filter(each -> each.name().equals(name)).count();
    }

    List<String> log() {
        return log;
    }

    boolean logged(String text) {
        return log.stream().anyMatch(each -> each.contains(text));
    }

    /** Lets time pass, and all happen that happens then. */
    void pass(long millis) {
        machine.sync();
        Notifications.sleep(millis * 1_000_000L);
    }

    /** Lets time pass until something holds. Throws AssertionError if it does not come to that. */
    void await(String what, Supplier<Boolean> condition) {
        for (int i = 0; !condition.get(); i++) {
            if (i == 1000) {
                throw new AssertionError(what + " has not come" + machine.situations() + "\n" + String.join("\n", log) + "\n" + deaths);
            }
            pass(20);
        }
    }

    @Override
    public Runnable program(int program, int incarnation, long argument) {
        if (program >= programs.size()) {
            return () -> {
                Code code = codes.get((int) Address.fromLong(AddressSpaceLayout.MODULE_START).loadLong());
                code.factory.apply(new Grants(new Manifest[] {code.manifest}, 0, incarnation, argument, SimulatedMachine.ports(), machine.windows())).run();
            };
        }
        Manifest[] system = programs.toArray(Manifest[]::new);
        return () -> factories.get(program).apply(new Grants(system, program, incarnation, argument, SimulatedMachine.ports(), machine.windows())).run();
    }

    @Override
    public void before(int isolate, SystemCallRequest call) {
        if (call.number() == SystemCall.LOG) {
            StringBuilder text = new StringBuilder();
            for (long i = 0; i < call.b(); i++) {
                text.append((char) (Address.fromLong(call.a()).plus(i).loadByte() & 0xFF));
            }
            text.toString().lines().forEach(log::add);
        }
        int program = machine.probe().program(isolate);
        if (program == SUPERVISOR && intrusion != null) {
            intrusion.run();
            intrusion = null;
        }
        if (program == SUPERVISOR && ++supervisorCalls == lastCall) {
            lastCall = Long.MAX_VALUE;
            switch (end) {
                case DIES -> machine.fault();
                case HANGS -> machine.spin();
            }
        }
        if (program == doomed) {
            doomed = -1;
            machine.fault();
        }
    }

    @Override
    public void after(int isolate, SystemCallRequest call, long result) {
        // Only what is about to happen matters.
    }

    @Override
    public void died(long address, Throwable uncaught) {
        Address record = Address.fromLong(address);
        deaths.add(new Death(DeathRecords.text(record.plus(DeathRecord.RECORD + IsolateRecord.NAME), 16), record.loadInt(DeathRecord.RECORD + IsolateRecord.INCARNATION), DeathReason.values()[record.loadInt(DeathRecord.REASON)]));
        if (uncaught != null && !(uncaught instanceof Exception)) {
            throw new AssertionError("an isolate ended by what no isolate throws", uncaught);
        }
        if (uncaught != null && record.loadInt(DeathRecord.RECORD + IsolateRecord.INCARNATION) >= 0 && deaths.get(deaths.size() - 1).name().equals("supervisor")) {
            throw new AssertionError("the supervisor ended by itself", uncaught);
        }
    }
}
