package org.bulkhead.servers.bench;

import java.nio.ByteBuffer;
import org.bulkhead.isolate.Grants;
import org.bulkhead.isolate.InterruptLine;
import org.bulkhead.isolate.Isolate;
import org.bulkhead.isolate.PortRange;
import org.bulkhead.isolate.Services;
import org.bulkhead.isolate.call.Handle;
import org.bulkhead.isolate.call.IsolateInfo;
import org.bulkhead.isolate.call.Loading;
import org.bulkhead.isolate.call.Log;
import org.bulkhead.isolate.call.ModulePage;
import org.bulkhead.isolate.call.Notifications;
import org.bulkhead.isolate.call.Nucleus;
import org.bulkhead.isolate.call.RawBuffer;
import org.bulkhead.isolate.call.RawMemory;
import org.bulkhead.isolate.call.RawMemory;
import org.bulkhead.isolate.call.Supervising;
import org.bulkhead.isolate.manifest.LoadsModules;
import org.bulkhead.isolate.manifest.Manifest;
import org.bulkhead.isolate.manifest.Ports;
import org.bulkhead.isolate.manifest.Program;
import org.bulkhead.isolate.manifest.Rank;
import org.bulkhead.isolate.manifest.RestartPolicy;
import org.bulkhead.isolate.manifest.Restarts;
import org.bulkhead.isolate.manifest.StartMode;
import org.bulkhead.isolate.manifest.Supervises;
import org.bulkhead.isolate.manifest.UsesInterrupt;
import org.bulkhead.isolate.manifest.UsesPorts;
import org.bulkhead.isolate.manifest.UsesService;
import org.bulkhead.isolate.protocol.BlockDevice;
import org.bulkhead.isolate.protocol.DeviceException;
import org.bulkhead.isolate.protocol.Supervision;
import org.bulkhead.isolate.protocol.TransferMode;
import org.bulkhead.isolate.supervision.IsolateMaker;
import org.bulkhead.nucleus.abi.AddressSpaceLayout;
import org.bulkhead.nucleus.abi.DeathReason;
import org.bulkhead.nucleus.abi.GrantKind;
import org.bulkhead.nucleus.abi.IsolateRecord;
import org.bulkhead.vm.magic.Magic;

/** Times each operation many times over and prints {@code @bench name=… ticks=…}, the mean of one; then switches the machine off. */
@Program(name = "bench", start = StartMode.BOOT)
@UsesService({Echo.SERVICE, "ata0", Supervision.SERVICE})
@UsesPorts(@Ports(name = "serial", first = 0x3F8, count = 8))
@UsesInterrupt(4)
@Supervises
@LoadsModules
@Restarts(RestartPolicy.TEMPORARY)
public final class Bench implements Isolate {
    private static final int ROUNDS = 1_000;
    private static final int WARM_UP = 10;
    private static final int ISOLATES = 20;
    private static final int PAGE = 4096;
    private static final int OTHER_PAGES = 512;
    private static final int ITSELF = 0;
    private static final int SPARE_BIT = 50;
    private static final int DEATH_BIT = 51;
    private static final int UNALIGNED = 16;
    private static final int DISK_READS = 32;
    // Registers of the serial interface.
    private static final int INTERRUPT_ENABLE = 1;
    private static final int TRANSMITTER_EMPTY = 2;
    private static final int INTERRUPT_IDENTIFICATION = 2;
    private static final int MODEM_CONTROL = 4;
    /** Output 2, by which a PC connects the interrupt to its line. */
    private static final int INTERRUPTS_PASS = 8;
    private static final int MODULE_PAGES = 256;
    private static final long INTERRUPT_NANOS = 1_000_000_000L;

    private final Manifest echo;
    private final Echo server;
    private final Supervision supervision;
    private final BlockDevice disk;
    private final PortRange serial;
    private final InterruptLine interrupt;
    private final Echo.Full full = new Echo.Full(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12);
    private final ByteBuffer memory = RawMemory.allocateBuffer(Echo.LENT_LIMIT + PAGE);
    private final RawBuffer isolateRecord = RawBuffer.allocate(IsolateRecord.SIZE);

    public Bench(Grants grants) {
        Services services = new Services(grants);
        server = services.connect(Echo.SERVICE, Echo.class);
        supervision = services.connect(Supervision.SERVICE, Supervision.class);
        disk = services.connect("ata0", BlockDevice.class);
        serial = grants.ports("serial");
        interrupt = grants.interrupt(4);
        Manifest found = null;
        for (Manifest each : grants.system()) {
            if (each.name().equals(Echo.SERVICE)) {
                found = each;
            }
        }
        echo = found;
    }

    @Override
    public void run() {
        measure("null-call", ROUNDS, Nucleus::nothing);
        measure("call-reply", ROUNDS, () -> server.echo(ROUNDS));
        measure("call-reply-0", ROUNDS, server::nothing);
        measure("call-reply-96", ROUNDS, () -> server.full(full));
        measure("lease-mapped-4K", ROUNDS, lend(0, PAGE));
        measure("lease-copied-4K", ROUNDS, lend(UNALIGNED, PAGE));
        measure("lease-mapped-64K", ROUNDS, lend(0, Echo.LENT_LIMIT));
        measure("lease-copied-64K", ROUNDS, lend(UNALIGNED, Echo.LENT_LIMIT));
        measure("send-receive", ROUNDS, () -> server.poke(ROUNDS));
        measureInterrupt();
        measureDisk();
        int itself = Supervising.grant(ITSELF, GrantKind.NOTIFY_ISOLATE, ITSELF, 1L << SPARE_BIT, "notification");
        measure("notify", ROUNDS, () -> Nucleus.check(Nucleus.trySignal(itself, 1L << SPARE_BIT), "notification"));
        Notifications.await(1L << SPARE_BIT, 0);
        measure("create-kill", ISOLATES, () -> createAndKill(IsolateMaker.NO_MODULE));
        measureModules();
        Log.line("@scenario done");
        supervision.halt(0);
    }

    /** Prints the mean ticks of one {@code operation}; the loop around it costs a few instructions more, which are counted too. */
    private static void measure(String name, int rounds, Runnable operation) {
        for (int i = 0; i < WARM_UP; i++) {
            operation.run();
        }
        long start = Magic.timestamp();
        for (int i = 0; i < rounds; i++) {
            operation.run();
        }
        long ticks = Magic.timestamp() - start;
        Log.line("@bench name=" + name + " ticks=" + ticks / rounds);
    }

    private Runnable lend(int offset, int length) {
        ByteBuffer part = memory.duplicate().position(offset).limit(offset + length).slice();
        return () -> server.touch(part);
    }

    /**
     * From the write to a device's register that raises its interrupt to the driver's code that has its notification. The device is the serial interface, which interrupts as soon as it may tell that its
     * transmitter is empty (16550 data sheet).
     */
    private void measureInterrupt() {
        serial.write(MODEM_CONTROL, INTERRUPTS_PASS);
        long ticks = 0;
        for (int i = 0; i < WARM_UP + ROUNDS; i++) {
            long start = Magic.timestamp();
            serial.write(INTERRUPT_ENABLE, TRANSMITTER_EMPTY);
            if (!interrupt.await(Nucleus.after(INTERRUPT_NANOS))) {
                throw new IllegalStateException("the serial interface does not interrupt");
            }
            ticks += i < WARM_UP ? 0 : Magic.timestamp() - start;
            serial.write(INTERRUPT_ENABLE, 0);
            serial.read(INTERRUPT_IDENTIFICATION);
            interrupt.done();
        }
        Log.line("@bench name=interrupt ticks=" + ticks / ROUNDS);
    }

    /** Reads from the disk in each way, and prints how many bytes came per million ticks of processor time that all isolates used together. */
    private void measureDisk() {
        ByteBuffer chunk = memory.duplicate().limit(BlockDevice.TRANSFER_LIMIT);
        try {
            for (TransferMode wanted : TransferMode.values()) {
                TransferMode mode = disk.transferMode(wanted);
                if (mode == wanted) {
                    disk.read(0, 0, chunk);
                    long before = processorTime();
                    for (int i = 0; i < DISK_READS; i++) {
                        disk.read(0, 0, chunk);
                    }
                    long used = processorTime() - before;
                    Log.line("@throughput name=disk-read-" + (mode == TransferMode.BY_DEVICE ? "dma" : "pio") + " bytes=" + DISK_READS * BlockDevice.TRANSFER_LIMIT + " ticks=" + used);
                }
            }
        } catch (DeviceException e) {
            Log.line("bench: the disk cannot be read: " + e.getMessage());
        }
    }

    private long processorTime() {
        long sum = 0;
        int index = 0;
        for (IsolateInfo each = Supervising.isolate(index); each != null; each = Supervising.isolate(++index)) {
            sum += each.ticks();
        }
        return sum;
    }

    /** Makes a module of 1 MiB, half of it code, and isolates that could run it. */
    private void measureModules() {
        ByteBuffer page = RawMemory.allocateBuffer(PAGE);
        long start = Magic.timestamp();
        Handle module = Loading.createModule();
        for (int i = 0; i < MODULE_PAGES; i++) {
            Loading.addPage(module, AddressSpaceLayout.MODULE_START + (long) i * PAGE, i < MODULE_PAGES / 2 ? ModulePage.CODE : ModulePage.DATA, page);
        }
        Loading.seal(module);
        Log.line("@bench name=module-1M ticks=" + (Magic.timestamp() - start));
        measure("create-kill-module", ISOLATES, () -> createAndKill(module.number()));
        start = Magic.timestamp();
        module.close();
        Log.line("@bench name=module-1M-end ticks=" + (Magic.timestamp() - start));
    }

    /** Makes an isolate like the echo server, lets it run, and kills it. */
    private void createAndKill(int module) {
        isolateRecord.putText(IsolateRecord.NAME, "victim", IsolateRecord.NAME_SIZE);
        isolateRecord.putInt(IsolateRecord.PROGRAM, echo.program());
        isolateRecord.putInt(IsolateRecord.RANK, Rank.PROGRAM.ordinal());
        isolateRecord.putInt(IsolateRecord.HEAP_PAGES, echo.heapBytes() / PAGE);
        isolateRecord.putInt(IsolateRecord.PAGE_QUOTA, echo.heapBytes() / PAGE + OTHER_PAGES);
        isolateRecord.putInt(IsolateRecord.CPU_PERCENT, echo.cpuPercent());
        isolateRecord.putInt(IsolateRecord.DEATH_BIT, DEATH_BIT);
        isolateRecord.putInt(IsolateRecord.MODULE, module);
        int isolate = Supervising.createIsolate(isolateRecord, "victim");
        Supervising.start(isolate, "victim");
        Nucleus.check(Supervising.tryKill(isolate, DeathReason.KILLED), "victim");
        Supervising.close(isolate);
        Notifications.await(1L << DEATH_BIT, 0);
    }
}
