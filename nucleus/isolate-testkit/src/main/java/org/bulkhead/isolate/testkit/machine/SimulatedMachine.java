package org.bulkhead.isolate.testkit.machine;

import static org.bulkhead.nucleus.kernel.NucleusProbe.NONE;

import java.nio.charset.StandardCharsets;
import java.util.function.IntSupplier;
import java.util.function.ToIntFunction;
import org.bulkhead.isolate.PortAccess;
import org.bulkhead.isolate.WindowAccess;
import org.bulkhead.isolate.call.Simulation;
import org.bulkhead.nucleus.abi.AddressSpaceLayout;
import org.bulkhead.nucleus.abi.DeathReason;
import org.bulkhead.nucleus.abi.SystemCall;
import org.bulkhead.nucleus.kernel.Kernel;
import org.bulkhead.nucleus.kernel.KernelImage;
import org.bulkhead.nucleus.kernel.NucleusProbe;
import org.bulkhead.nucleus.kernel.hardware.InterruptController;
import org.bulkhead.nucleus.kernel.hardware.ThreadContext;
import org.bulkhead.vm.magic.Address;
import org.bulkhead.vm.magic.WindowAccessError;

/**
 * A machine with the real nucleus on it, whose processor runs HotSpot threads in the place of the isolates' code.
 *
 * <p>What an isolate does ordinarily, HotSpot does. System calls, port accesses and page faults come here, and the nucleus is entered as the entry code would enter it, with the registers where it looks
 * for them; whatever thread it then wants to run is the one that goes on. So one thread runs at a time, in an order that depends on nothing but what the isolates do.
 *
 * <p>Time is virtual: {@link #CALL_NANOS} for each system call, {@link #PORT_NANOS} for each port access, nothing for ordinary code; and when all isolates wait, time moves on to what happens next.
 */
public final class SimulatedMachine {
    /** Time that a system call takes. */
    public static final long CALL_NANOS = 1000;
    /** Time that an access to a device takes, about that of an ISA bus. */
    public static final long PORT_NANOS = 1000;

    private static final long MEMORY = 64L << 20;
    /** Time after which a machine on which nothing can happen is given up. */
    private static final long PATIENCE_NANOS = 1_000_000_000;
    private static final int GENERAL_PROTECTION = 13;
    private static final int PAGE_FAULT = 14;
    /** Kind of fault of the image's fault entry: a window that shows nothing (any more). */
    private static final int WINDOW_FAULT = 4;
    private static final long TEXT_LIMIT = 192;
    private static final int[] ARGUMENTS = {ThreadContext.RDI, ThreadContext.RSI, ThreadContext.RDX, ThreadContext.R10, ThreadContext.R8};

    private final MachineObserver observer;
    private final VirtualClock clock = new VirtualClock();
    private final PortMap ports = new PortMap();
    private final SimulatedHardware hardware = new SimulatedHardware(clock, ports);
    private final PhysicalMemory memory = new PhysicalMemory(MEMORY);
    private final Kernel kernel = new Kernel(hardware);
    private final NucleusProbe probe = new NucleusProbe(kernel);
    private final PortPermissions permissions;
    private final DeviceWindows windows = new DeviceWindows(this);
    private final IsolateThread[] threads = new IsolateThread[NucleusProbe.ISOLATES];
    private final IsolateThread test = new IsolateThread(this);
    private final int testProgram;
    private long deathsSeen;
    private volatile Throwable failure;
    private volatile IsolateThread running;

    /** Makes a machine whose isolate with program number {@code testProgram} is the thread that calls {@link #boot}. */
    public SimulatedMachine(MachineObserver observer, int testProgram) {
        this.observer = observer;
        this.testProgram = testProgram;
        memory.use();
        KernelImage.isolateEntry = (int) BootImage.ENTRY;
        KernelImage.faultEntry = (int) BootImage.FAULT_ENTRY;
        permissions = new PortPermissions(kernel.prepare(BootImage.write(MEMORY)));
    }

    /** Starts the nucleus, and with it program 0. Returns when the isolate of the test exists and has its turn. */
    public void boot() {
        Simulation.answer(Gate.ONLY);
        test.adopt();
        running = test;
        memory.use();
        kernel.run();
        refresh();
        switchFrom(test);
    }

    /** Ends all isolates' threads; the machine is of no more use. */
    public void close() {
        for (IsolateThread each : threads) {
            if (each != null && each != test) {
                each.dismiss();
            }
        }
        IsolateThread.leave();
    }

    /** Returns the memory, as devices see it. */
    public PhysicalMemory memory() {
        return memory;
    }

    /** Returns the nucleus's objects. */
    public NucleusProbe probe() {
        return probe;
    }

    /** Returns what the nucleus's log has been given. */
    public String console() {
        return hardware.console();
    }

    /** Returns nanoseconds since the machine was switched on. */
    public long now() {
        return clock.now();
    }

    /** Lets {@code device} answer at {@code count} ports from {@code first} on, whoever touches them. */
    public void attach(PortAccess device, int first, int count) {
        ports.add(first, count, device);
    }

    /** Lets {@code device} answer for {@code bytes} bytes of device memory from physical address {@code first} on; it is given physical addresses. */
    public void attach(WindowAccess device, long first, long bytes) {
        windows.add(first, bytes, device);
    }

    /** Returns the way to the memory of devices, for the isolates of this machine. */
    public WindowAccess windows() {
        return windows;
    }

    /** Has {@code action} happen in {@code nanos} nanoseconds. */
    public void plan(long nanos, Runnable action) {
        clock.plan(nanos, action);
    }

    /** Returns whether something is planned. */
    public boolean hasPlans() {
        return clock.nextEvent() != VirtualClock.NEVER;
    }

    /** Returns the nanoseconds until the next thing that is planned. */
    public long untilNextPlan() {
        return Math.max(clock.nextEvent() - clock.now(), 0);
    }

    /** A rising edge on an interrupt line; the processor takes the interrupt at the next system call or port access, when it is not masked. */
    public void pulse(int line) {
        hardware.pins.pulse(line);
    }

    /** Holds an interrupt line until {@link #release}. */
    public void hold(int line) {
        hardware.pins.hold(line);
    }

    /** Ends {@link #hold}. */
    public void release(int line) {
        hardware.pins.release(line);
    }

    /** Returns whether the nucleus holds a line's interrupts back. */
    public boolean isMasked(int line) {
        return hardware.pins.isMasked(line);
    }

    /** Returns the port access of the isolate whose thread calls. */
    public static PortAccess ports() {
        return IsolateThread.current();
    }

    /** Takes the interrupts that wait, and lets whoever they wake run before the calling isolate goes on. */
    public void sync() {
        IsolateThread self = IsolateThread.current();
        deliver(self);
        switchFrom(self);
    }

    long pageTableRoot() {
        return hardware.root();
    }

    /** Makes a system call as the isolate of a thread, which has its turn. */
    long systemCall(IsolateThread self, SystemCallRequest call) {
        self.check();
        requireSound();
        observe(self, () -> observer.before(self.index, call));
        clock.pass(CALL_NANOS);
        sync();
        long[] arguments = {call.a(), call.b(), call.c(), call.d(), call.e()};
        Address context = enterNucleus(self);
        context.storeLong(call.number(), ThreadContext.RAX);
        for (int i = 0; i < ARGUMENTS.length; i++) {
            context.storeLong(arguments[i], ARGUMENTS[i]);
        }
        visit(self, () -> probe.systemCall(call.number(), call.a(), call.b(), call.c(), call.d(), call.e()));
        deliver(self);
        switchFrom(self);
        memory.use();
        long result = Address.fromLong(probe.context(self.index)).loadLong(ThreadContext.RAX);
        resume(self);
        observe(self, () -> observer.after(self.index, call, result));
        sync();
        return result;
    }

    private Address enterNucleus(IsolateThread self) {
        memory.use();
        Address context = Address.fromLong(probe.context(self.index));
        context.storeLong(BootImage.ENTRY, ThreadContext.RIP);
        return context;
    }

    /** Lets an isolate touch a port, as far as the nucleus has opened it. */
    int touchPort(IsolateThread self, int port, ToIntFunction<PortAccess> access) {
        self.check();
        requireSound();
        memory.use();
        boolean allowed = permissions.allows(port);
        if (!allowed) {
            enterNucleus(self).storeLong(BootImage.PORT_INSTRUCTION, ThreadContext.RIP);
            visit(self, () -> kernel.interrupt(GENERAL_PROTECTION, 0));
            switchFrom(self);
        }
        resume(self);
        return touchDevice(self, () -> access.applyAsInt(ports.at(port)));
    }

    /** Lets a device's model answer an access of the running isolate. */
    int touchDevice(IsolateThread self, IntSupplier access) {
        self.check();
        requireSound();
        int[] result = new int[1];
        observe(self, () -> result[0] = access.getAsInt());
        clock.pass(PORT_NANOS);
        sync();
        return result[0];
    }

    /** The running isolate touched memory that its page tables do not allow it to touch that way. Returns if the nucleus has put a page there. */
    void pageFault(long address, int error) {
        IsolateThread self = IsolateThread.current();
        hardware.setFaultAddress(address);
        enterNucleus(self);
        visit(self, () -> kernel.interrupt(PAGE_FAULT, error));
        if (self.hasEnded()) {
            switchFrom(self);
        }
        memory.use();
        Address context = Address.fromLong(probe.context(self.index));
        boolean reflected = context.loadLong(ThreadContext.RIP) == BootImage.FAULT_ENTRY;
        long kind = context.loadLong(ThreadContext.RDX);
        resume(self);
        if (reflected && kind == WINDOW_FAULT) {
            throw new WindowAccessError(address);
        }
        if (reflected) {
            throw new NullPointerException("access to address 0x" + Long.toHexString(address));
        }
    }

    /** Takes interrupts and planned events whose time has come. */
    private void deliver(IsolateThread self) {
        visit(self, () -> {
            Runnable event = clock.takeDue();
            while (event != null) {
                event.run();
                event = clock.takeDue();
            }
            hardware.raiseDueTick();
            int line = hardware.pins.take();
            while (line != InterruptPins.NONE) {
                kernel.interrupt(InterruptController.FIRST_VECTOR + line, 0);
                hardware.raiseDueTick();
                line = hardware.pins.take();
            }
        });
    }

    /** Does something with the nucleus's view of memory, and finds out what has become of the isolates. */
    private void visit(IsolateThread self, Runnable action) {
        observe(self, () -> {
            memory.use();
            action.run();
            refresh();
        });
    }

    /** Runs what is not the isolate's own code: what goes wrong there is the test's. */
    private void observe(IsolateThread self, Runnable action) {
        try {
            action.run();
        } catch (IsolateEnded | WindowAccessError e) {
            // A port access moves data to and from the isolate's memory: if that is gone it is the isolate's exception.
            throw e;
        } catch (Throwable wrong) {
            throw stop(self, wrong);
        }
    }

    /** Stops the machine for good: the test's thread goes on, with {@code wrong}. */
    private RuntimeException stop(IsolateThread self, Throwable wrong) {
        failure = wrong;
        if (self != test) {
            test.give("", null);
            throw new IsolateEnded();
        }
        return Sneaky.rethrow(wrong);
    }

    private void requireSound() {
        if (failure != null) {
            throw new IllegalStateException("the machine has stopped: " + failure.getMessage(), failure);
        }
    }

    /** Meets isolates that are new, and takes leave of those that have died. */
    private void refresh() {
        for (int i = 0; i < threads.length; i++) {
            IsolateThread thread = threads[i];
            if (thread != null && thread.generation != probe.generation(i)) {
                thread.end();
                threads[i] = null;
                reportDeaths(thread.uncaught);
                if (thread != running) {
                    thread.dismiss();
                }
            }
            if (threads[i] == null && probe.isAlive(i)) {
                threads[i] = probe.program(i) == testProgram ? test : new IsolateThread(this);
                threads[i].index = i;
                threads[i].generation = probe.generation(i);
            }
        }
        reportDeaths(null);
    }

    private void reportDeaths(Throwable uncaught) {
        while (deathsSeen < probe.deaths()) {
            observer.died(probe.deathRecord(deathsSeen++), uncaught);
        }
    }

    /** Lets the isolate run that the nucleus has chosen; returns when that is the thread's own again. */
    private void switchFrom(IsolateThread self) {
        IsolateThread[] next = new IsolateThread[1];
        observe(self, () -> next[0] = choose(self));
        if (next[0] != self) {
            give(next[0]);
            self.check();
            self.await();
            if (failure != null) {
                throw Sneaky.rethrow(failure);
            }
        }
        self.check();
        resume(self);
    }

    private void resume(IsolateThread self) {
        running = self;
        self.memory.refresh();
        self.memory.use();
    }

    private void give(IsolateThread next) {
        running = next;
        int index = next.index;
        int program = probe.program(index);
        next.give("isolate " + index, () -> live(next, program));
    }

    private IsolateThread choose(IsolateThread self) {
        long idleSince = clock.now();
        while (probe.current() == NONE) {
            boolean canHappen = hasPlans() || probe.waitsForTime();
            if (!canHappen && clock.now() - idleSince > PATIENCE_NANOS) {
                throw new AssertionError("everything waits, and nothing can happen any more:" + situations());
            }
            clock.reach(Math.min(clock.nextEvent(), hardware.nextTick()));
            deliver(self);
        }
        return threads[probe.current()];
    }

    /** Says of each isolate what it does, a line each. */
    public String situations() {
        memory.use();
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < threads.length; i++) {
            if (threads[i] != null) {
                text.append("\n  ").append(DeathRecords.nameOf(probe.context(i))).append('[').append(probe.incarnation(i)).append("] ").append(probe.situation(i));
            }
        }
        return text.toString();
    }

    /** Says which isolate has the turn, and where it is. */
    String whoRuns() {
        IsolateThread it = running;
        StringBuilder text = new StringBuilder(":\n  isolate ").append(it.index).append(" of ").append(situations());
        for (StackTraceElement each : it.stack()) {
            text.append("\n    at ").append(each);
        }
        return text.toString();
    }

    /** The life of an isolate on its thread. */
    private void live(IsolateThread self, int program) {
        resume(self);
        memory.use();
        Address context = Address.fromLong(probe.context(self.index));
        int incarnation = context.loadInt(ThreadContext.RSI);
        long argument = context.loadLong(ThreadContext.RDX);
        resume(self);
        try {
            observer.program(program, incarnation, argument).run();
            self.systemCall(new SystemCallRequest(SystemCall.EXIT, 0, 0, 0, 0, 0));
        } catch (IsolateEnded e) {
            throw e;
        } catch (OutOfMemoryError e) {
            abort(self, DeathReason.OUT_OF_MEMORY, e);
        } catch (StackOverflowError e) {
            abort(self, DeathReason.STACK_EXHAUSTED, e);
        } catch (Throwable e) {
            abort(self, DeathReason.UNCAUGHT_EXCEPTION, e);
        }
    }

    /** What the runtime does in an image. */
    private void abort(IsolateThread self, DeathReason reason, Throwable uncaught) {
        self.uncaught = uncaught;
        byte[] text = uncaught.toString().getBytes(StandardCharsets.US_ASCII);
        Address scratch = Address.fromLong(AddressSpaceLayout.RUNTIME_SCRATCH);
        int length = (int) Math.min(text.length, TEXT_LIMIT);
        for (int i = 0; i < length; i++) {
            scratch.storeByte(text[i], i);
        }
        self.systemCall(new SystemCallRequest(SystemCall.ABORT, reason.ordinal(), scratch.toLong(), length, 0, 0));
    }
}
