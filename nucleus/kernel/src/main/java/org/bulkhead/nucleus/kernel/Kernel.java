package org.bulkhead.nucleus.kernel;

import org.bulkhead.nucleus.kernel.hardware.*;
import org.bulkhead.nucleus.kernel.memory.*;

/** The nucleus put together: all of its parts, made once while the image is built, and the ways in. */
public final class Kernel {
    /** One stub per exception and interrupt line, 16 bytes each: the entry code's other side of this is vector_stubs. */
    private static final int STUB_SIZE = 16;
    private static final int STUBS = InterruptController.FIRST_VECTOR + InterruptController.LINES;

    final KernelLog log;
    final PageFrames frames;
    final BootInfo image = new BootInfo();
    final ProcessorBlock processor = new ProcessorBlock();
    final Clock clock;
    final Pools pools;
    final Scheduler scheduler;
    final Deaths deaths;
    final FirstIsolate first;
    final SystemCalls calls;
    final Interrupts interrupts;
    final Faults faults;

    /** Makes all objects there will ever be. */
    public Kernel(Hardware hardware) {
        log = new KernelLog(hardware);
        frames = new PageFrames(log);
        InterruptController controller = new InterruptController(hardware);
        clock = new Clock(hardware);
        pools = new Pools(hardware, frames);
        scheduler = new Scheduler(hardware, processor, pools);
        Trace trace = new Trace(hardware);
        DeathRing deathRing = new DeathRing(hardware, clock, trace);

        Donation donation = new Donation(scheduler);
        Transfers transfers = new Transfers(pools);
        Notifications notifications = new Notifications(pools, scheduler, controller);
        Completion completion = new Completion(pools, scheduler, notifications, donation, trace);
        Receiving receiving = new Receiving(hardware, clock, pools, scheduler, notifications, completion, transfers, trace);
        Queues queues = new Queues(hardware, pools, completion, receiving, donation, trace);
        Handles handles = new Handles(pools, scheduler, controller, queues);
        Sending sending = new Sending(pools, clock, scheduler, transfers, receiving, donation, trace);
        Replying replying = new Replying(pools, completion, receiving, transfers, deathRing);

        deaths = new Deaths(pools, log, scheduler, completion, handles, queues, notifications, deathRing, trace);
        Isolates isolates = new Isolates(pools, clock, scheduler, deaths);
        first = new FirstIsolate(log, clock, pools, isolates, new long[FirstIsolate.EARLIER_DEATHS]);
        interrupts = new Interrupts(hardware, log, processor, controller, clock, pools, scheduler, completion, notifications, deaths);
        faults = new Faults(hardware, log, deaths);
        calls = new SystemCalls(pools, scheduler, new OwnCalls(deaths, scheduler, pools), sending, new Collecting(pools, completion, transfers), receiving, replying, notifications, handles,
            isolates, new GrantCalls(pools, queues, scheduler, controller, log, frames),
            new Inspection(hardware, clock, controller, frames, pools, deathRing, trace), new MachineCalls(hardware, clock, log, pools));
    }

    /** Takes over physical memory and lays out what must lie in it. Returns the address of the processor block. */
    public long prepare(long bootInfo) {
        log.takeSerial();
        log.require(image.find(bootInfo), Text.of("the boot loader left no boot information"));
        log.begin(image.identity());
        image.addMemory(frames);
        pools.modules[0].space.create(image);
        pools.useMemory(frames);
        processor.initialize(Window.at(frames.allocateForEver(ProcessorBlock.PAGES)), pools.modules[0].space.root);
        return processor.start;
    }

    /** Starts interrupts, the clock and the first isolate. */
    public void run() {
        processor.installEntries(interrupts.hardware(), KernelImage.vectorStubs, STUB_SIZE, STUBS, KernelImage.systemCallEntry);
        interrupts.controller().initialize();
        log.require(clock.start(image.startTicks()), Text.of("the timer does not answer"));
        interrupts.controller().unmask(Clock.LINE);
        scheduler.start(pools.modules[0].space.root, clock.frequency);
        log.text(Text.of("nucleus: ")).decimal(frames.free).text(Text.of(" page frames free, ")).decimal(clock.frequency).text(Text.of(" ticks per second")).line();
        first.start();
        scheduler.dispatch();
    }

    /** An interrupt came, or the current thread caused an exception. */
    public void interrupt(int vector, long error) {
        if (vector < Faults.VECTORS) {
            faults.handle(scheduler.current, vector, error);
        } else {
            interrupts.handle(vector - InterruptController.FIRST_VECTOR);
        }
        leave();
    }

    /** The last act of every visit: chooses who continues. */
    void leave() {
        if (pools.isolates[0].state == Isolate.State.FREE) {
            first.restart();
        }
        scheduler.dispatch();
    }
}
