package org.bulkhead.nucleus.kernel;

import org.bulkhead.nucleus.kernel.hardware.Clock;
import org.bulkhead.nucleus.kernel.hardware.Dump;
import org.bulkhead.nucleus.kernel.hardware.Ending;
import org.bulkhead.nucleus.kernel.hardware.Hardware;
import org.bulkhead.nucleus.kernel.hardware.InterruptController;
import org.bulkhead.nucleus.kernel.hardware.KernelLog;
import org.bulkhead.nucleus.kernel.hardware.LastConsole;
import org.bulkhead.nucleus.kernel.hardware.ProcessorBlock;
import org.bulkhead.nucleus.kernel.hardware.Text;
import org.bulkhead.nucleus.kernel.memory.BootInfo;
import org.bulkhead.nucleus.kernel.memory.ImageSections;
import org.bulkhead.nucleus.kernel.memory.PageFrames;
import org.bulkhead.nucleus.kernel.memory.SharedTables;
import org.bulkhead.nucleus.kernel.memory.Window;

/** The nucleus put together: all of its parts, made once while the image is built, and the ways in. */
public final class Kernel {
    private static final byte[] NOT_BOOTED = Text.of("the boot loader left no boot information");
    private static final byte[] NO_TIMER = Text.of("the timer does not answer");
    private static final byte[] BANNER = Text.of("nucleus: ");
    private static final byte[] FRAMES = Text.of(" page frames free, ");
    private static final byte[] FREQUENCY = Text.of(" ticks per second");
    /** One stub per exception and interrupt line, 16 bytes each: the entry code's other side of this is vector_stubs. */
    private static final int STUB_SIZE = 16;
    private static final int STUBS = InterruptController.FIRST_VECTOR + InterruptController.LINES;

    final Hardware hardware;
    final LastConsole console;
    final KernelLog log;
    final PageFrames frames;
    final ImageSections sections = new ImageSections();
    final SharedTables shared;
    final ProcessorBlock processor = new ProcessorBlock();
    final InterruptController controller;
    final Clock clock;
    final Pools pools;
    final Scheduler scheduler;
    final TimerList timers = new TimerList();
    final Scratch scratch = new Scratch();
    final DeathRing deathRing;
    final Deaths deaths;
    final Isolates isolates;
    final FirstIsolate first;
    final SystemCalls calls;
    final Interrupts interrupts;
    final Faults faults;
    private long origin;

    /** Makes all objects there will ever be. */
    public Kernel(Hardware hardware) {
        this.hardware = hardware;
        console = new LastConsole(hardware);
        log = new KernelLog(hardware, console);
        frames = new PageFrames(log);
        shared = new SharedTables(frames, sections);
        controller = new InterruptController(hardware);
        clock = new Clock(hardware);
        pools = new Pools(hardware, frames, shared);
        scheduler = new Scheduler(hardware, processor, pools);
        deathRing = new DeathRing(hardware);

        Connections connections = new Connections(pools);
        Donation donation = new Donation(scheduler);
        Completion completion = new Completion(scheduler, timers, connections, donation);
        Queues queues = new Queues(pools, completion, donation);
        Handles handles = new Handles(pools, scheduler, controller, queues, connections);
        Notifications notifications = new Notifications(scheduler, timers, scratch);
        Receiving receiving = new Receiving(hardware, clock, scheduler, timers, handles, notifications, completion);
        Sending sending = new Sending(clock, scheduler, timers, handles, receiving, donation, scratch);
        Replying replying = new Replying(pools, completion, scratch, deathRing);

        deaths = new Deaths(pools, clock, log, scheduler, timers, completion, handles, queues, notifications, deathRing);
        isolates = new Isolates(clock, scheduler);
        first = new FirstIsolate(log, clock, pools, isolates, deaths, scratch);
        interrupts = new Interrupts(hardware, log, processor, controller, clock, pools, scheduler, timers, completion, notifications, deaths);
        faults = new Faults(hardware, log, sections, deaths);
        calls = new SystemCalls(new ThreadCalls(deaths, scheduler, clock), new MemoryCalls(), new MessageCalls(sending, receiving, replying),
            new EventCalls(pools, handles, notifications, controller, timers), new HandleCalls(handles, queues), new IsolateCalls(pools, isolates, deaths, handles, scratch),
            new GrantCalls(pools, handles, queues, connections, scheduler, controller, log), new RecordCalls(log, deathRing, new Ending(hardware)));
    }

    /** Takes over physical memory and lays out what must lie in it. Returns the address of the processor block. */
    public long prepare(long bootInfo) {
        console.takeSerial();
        long info = Window.at(bootInfo);
        if (!BootInfo.isValid(info)) log.broken(NOT_BOOTED);
        origin = BootInfo.startTicks(info);
        sections.read(info + BootInfo.IMAGE_HEADER);
        BootInfo.addMemory(info, frames, sections);
        frames.open();
        shared.build();
        log.useMemory(Window.at(frames.allocateForEver(KernelLog.SIZE / Window.PAGE)));
        pools.useMemory(frames);
        scratch.useMemory(frames);
        deathRing.useMemory(frames);
        processor.initialize(Window.at(frames.allocateForEver(ProcessorBlock.PAGES)), shared.nucleusRoot());
        return processor.start();
    }

    /** Starts interrupts, the clock and the first isolate. */
    public void run(long vectorStubs, long systemCallEntry, long isolateEntry, long faultEntry) {
        processor.installEntries(hardware, vectorStubs, STUB_SIZE, STUBS, systemCallEntry);
        controller.initialize();
        if (!clock.start(origin)) log.broken(NO_TIMER);
        controller.unmask(Clock.LINE);
        scheduler.start(shared.nucleusRoot(), clock.frequency());
        isolates.startAt(isolateEntry);
        faults.reportTo(faultEntry);
        log.text(BANNER).decimal(frames.free()).text(FRAMES).decimal(clock.frequency()).text(FREQUENCY).line();
        first.start();
        scheduler.dispatch();
    }

    /** The current thread made a system call. */
    public void systemCall() {
        calls.make(scheduler.current());
        leave();
    }

    /** An interrupt came, or the current thread caused an exception. */
    public void interrupt(int vector, long error) {
        if (vector < Faults.VECTORS) faults.handle(scheduler.current(), vector, error);
        else interrupts.handle(vector - InterruptController.FIRST_VECTOR);
        leave();
    }

    private void leave() {
        first.restartIfDead();
        scheduler.dispatch();
    }

    /** The nucleus itself caused an exception: stops the machine. */
    public void nucleusException(int vector, long error, long pc, long framePointer) {
        console.takeSerial();
        Dump.write(log, vector, error, pc, hardware.faultAddress(), framePointer);
        log.broken(Dump.EXCEPTION);
    }
}
