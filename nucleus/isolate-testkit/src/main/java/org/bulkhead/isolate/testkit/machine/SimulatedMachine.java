package org.bulkhead.isolate.testkit.machine;

import java.util.function.IntSupplier;
import java.util.function.ToIntFunction;
import org.bulkhead.isolate.PortAccess;
import org.bulkhead.isolate.WindowAccess;
import org.bulkhead.isolate.call.Simulation;
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
    private static final int INVALID_OPCODE = 6;
    private static final int GENERAL_PROTECTION = 13;
    private static final int PAGE_FAULT = 14;
    /** Kind of fault of the image's fault entry: a window that shows nothing (any more). */
    private static final int WINDOW_FAULT = 4;
    private static final int[] ARGUMENTS = {ThreadContext.RDI, ThreadContext.RSI, ThreadContext.RDX, ThreadContext.R10, ThreadContext.R8};

    final MachineObserver observer;
    final VirtualClock clock = new VirtualClock();
    private final PortMap ports = new PortMap();
    final SimulatedHardware hardware = new SimulatedHardware(clock, ports);
    final PhysicalMemory memory = new PhysicalMemory(MEMORY);
    private final Kernel kernel = new Kernel(hardware);
    final NucleusProbe probe = new NucleusProbe(kernel);
    private final PortPermissions permissions;
    private final DeviceWindows windows = new DeviceWindows(this);
    private final Turns turns;

    /** Makes a machine whose isolate with program number {@code testProgram} is the thread that calls {@link #boot}. */
    public SimulatedMachine(MachineObserver observer, int testProgram) {
        this.observer = observer;
        turns = new Turns(this, testProgram);
        memory.use();
        KernelImage.isolateEntry = (int) BootImage.ENTRY;
        KernelImage.faultEntry = (int) BootImage.FAULT_ENTRY;
        permissions = new PortPermissions(kernel.prepare(BootImage.write(MEMORY)));
    }

    /** Starts the nucleus, and with it program 0. Returns when the isolate of the test exists and has its turn. */
    public void boot() {
        Simulation.answer(Gate.ONLY);
        turns.begin(kernel::run);
    }

    /** Ends all isolates' threads; the machine is of no more use. */
    public void close() {
        turns.end();
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
        turns.switchFrom(self);
    }

    /** Says of each isolate what it does, a line each. */
    public String situations() {
        return turns.situations();
    }

    Turns turns() {
        return turns;
    }

    long pageTableRoot() {
        return hardware.root();
    }

    /** Makes a system call as the isolate of a thread, which has its turn. */
    long systemCall(IsolateThread self, SystemCallRequest call) {
        self.check();
        turns.requireSound();
        turns.observe(self, () -> observer.before(self.index, call));
        clock.pass(CALL_NANOS);
        sync();
        long[] arguments = {call.a(), call.b(), call.c(), call.d(), call.e()};
        Address context = enterNucleus(self);
        context.storeLong(call.number(), ThreadContext.RAX);
        for (int i = 0; i < ARGUMENTS.length; i++) {
            context.storeLong(arguments[i], ARGUMENTS[i]);
        }
        turns.visit(self, () -> probe.systemCall(call.number(), call.a(), call.b(), call.c(), call.d(), call.e()));
        deliver(self);
        turns.switchFrom(self);
        memory.use();
        long result = Address.fromLong(probe.context(self.index)).loadLong(ThreadContext.RAX);
        turns.resume(self);
        turns.observe(self, () -> observer.after(self.index, call, result));
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
        turns.requireSound();
        memory.use();
        boolean allowed = permissions.allows(port);
        if (!allowed) {
            enterNucleus(self).storeLong(BootImage.PORT_INSTRUCTION, ThreadContext.RIP);
            turns.visit(self, () -> kernel.interrupt(GENERAL_PROTECTION, 0));
            turns.switchFrom(self);
        }
        turns.resume(self);
        return touchDevice(self, () -> access.applyAsInt(ports.at(port)));
    }

    /** Lets a device's model answer an access of the running isolate. */
    int touchDevice(IsolateThread self, IntSupplier access) {
        self.check();
        turns.requireSound();
        int[] result = new int[1];
        turns.observe(self, () -> result[0] = access.getAsInt());
        clock.pass(PORT_NANOS);
        sync();
        return result[0];
    }

    /** The running isolate touched memory that its page tables do not allow it to touch that way. Returns if the nucleus has put a page there. */
    void pageFault(long address, int error) {
        IsolateThread self = IsolateThread.current();
        hardware.setFaultAddress(address);
        enterNucleus(self);
        turns.visit(self, () -> kernel.interrupt(PAGE_FAULT, error));
        if (self.hasEnded()) {
            turns.switchFrom(self);
        }
        memory.use();
        Address context = Address.fromLong(probe.context(self.index));
        boolean reflected = context.loadLong(ThreadContext.RIP) == BootImage.FAULT_ENTRY;
        long kind = context.loadLong(ThreadContext.RDX);
        turns.resume(self);
        if (reflected && kind == WINDOW_FAULT) {
            throw new WindowAccessError(address);
        }
        if (reflected) {
            throw new NullPointerException("access to address 0x" + Long.toHexString(address));
        }
    }

    /** The running isolate executes what is no instruction, which is its end: never returns. */
    public void fault() {
        IsolateThread self = IsolateThread.current();
        enterNucleus(self);
        turns.visit(self, () -> kernel.interrupt(INVALID_OPCODE, 0));
        turns.switchFrom(self);
        throw new IllegalStateException("the isolate goes on behind what is no instruction");
    }

    /** The running isolate loops and enters the nucleus no more, until something ends it: never returns. */
    public void spin() {
        IsolateThread self = IsolateThread.current();
        while (true) {
            clock.reach(hardware.nextTick());
            deliver(self);
            turns.switchFrom(self);
        }
    }

    /** Takes interrupts and planned events whose time has come. */
    void deliver(IsolateThread self) {
        turns.visit(self, () -> {
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
}
