package org.bulkhead.nucleus.kernel;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bulkhead.nucleus.abi.AddressSpaceLayout;
import org.bulkhead.nucleus.abi.DumpLayout;
import org.bulkhead.nucleus.abi.DeathReason;
import org.bulkhead.nucleus.abi.DeathRecord;
import org.bulkhead.nucleus.abi.ErrorCode;
import org.bulkhead.nucleus.abi.GrantKind;
import org.bulkhead.nucleus.abi.HandleKind;
import org.bulkhead.nucleus.abi.IsolateRecord;
import org.bulkhead.nucleus.abi.MessageLayout;
import org.bulkhead.nucleus.abi.SystemCall;
import org.bulkhead.nucleus.kernel.hardware.ThreadContext;
import org.bulkhead.nucleus.kernel.memory.AddressSpace;
import org.bulkhead.nucleus.kernel.memory.BootInfo;
import org.bulkhead.nucleus.kernel.memory.Window;
import org.bulkhead.vm.magic.Address;
import org.bulkhead.vm.magic.SimulatedMemory;

/** The whole nucleus on simulated memory, booted as the boot loader would, with a test in the place of the isolates' code. */
final class Machine {
    static final long MEMORY = 0x140_0000;
    static final long CODE = 0x40_0000;
    static final long METADATA = 0x60_0000;
    static final long DATA = 0x80_0000;
    static final int DATA_PAGES = 4;
    static final long ISOLATE_ENTRY = CODE + 0x100;
    static final long FAULT_ENTRY = CODE + 0x200;
    /** Room for messages in every isolate. */
    static final long MESSAGE = AddressSpaceLayout.HEAP_START + 0x1000;
    static final long TRANSFERS = AddressSpaceLayout.HEAP_START + 0x1800;
    static final long RECORD = AddressSpaceLayout.HEAP_START + 0x1C00;
    static final long FOREVER = SystemCall.FOREVER;
    private static final long BOOT_INFO = 0x1_0000;

    final SimulatedHardware hardware = new SimulatedHardware();
    final Kernel kernel;
    final long freeAtStart;

    Machine() {
        new SimulatedMemory().use().map(AddressSpaceLayout.PHYSICAL_WINDOW, MEMORY);
        kernel = new Kernel(hardware);
        writeBootInfo();
        kernel.prepare(BOOT_INFO);
        freeAtStart = kernel.frames.free;
        KernelImage.vectorStubs = 0x10_0800;
        KernelImage.systemCallEntry = 0x10_0400;
        KernelImage.isolateEntry = (int) ISOLATE_ENTRY;
        KernelImage.faultEntry = (int) FAULT_ENTRY;
        kernel.run();
    }

    private static void writeBootInfo() {
        Address info = Address.fromLong(Window.at(BOOT_INFO));
        info.storeLong(0x3130_544F_4F42_4842L);
        info.storeInt(3, 8);
        memory(info, 0, 0, 0x9_F000, 1);
        memory(info, 1, 0xF_0000, 0x1_0000, 2);
        memory(info, 2, 0x10_0000, MEMORY - 0x10_0000, 1);
        info.storeInt(5, 64 + 8);
        section(info, 0, 0x10_0000, Window.PAGE, BootInfo.Kind.NUCLEUS_CODE.ordinal());
        section(info, 1, 0x20_0000, (int) (DumpLayout.PLACE - 0x20_0000) + DumpLayout.SIZE, BootInfo.Kind.NUCLEUS_DATA.ordinal());
        section(info, 2, CODE, 2 * Window.PAGE, BootInfo.Kind.CODE.ordinal());
        section(info, 3, METADATA, Window.PAGE, BootInfo.Kind.METADATA.ordinal());
        section(info, 4, DATA, DATA_PAGES * Window.PAGE, BootInfo.Kind.DATA.ordinal());
        for (int page = 0; page < DATA_PAGES; page++) {
            Window.store(DATA + page * Window.PAGE, 1000 + page);
        }
    }

    private static void memory(Address info, int index, long base, long length, int type) {
        Address entry = info.plus(576 + 24L * index);
        entry.storeLong(base);
        entry.storeLong(length, 8);
        entry.storeInt(type, 16);
    }

    private static void section(Address info, int index, long address, int size, int kind) {
        Address entry = info.plus(64 + 16 + 24L * index);
        entry.storeInt((int) address);
        entry.storeInt(size, 8);
        entry.storeInt(size, 12);
        entry.storeInt(kind, 16);
    }

    /** Returns where a field begins in its record. */
    static int at(Enum<?> field) {
        return field.ordinal() * Long.BYTES;
    }

    static long refusal(ErrorCode code) {
        return -(code.ordinal() + 1L);
    }

    KernelThread current() {
        return kernel.scheduler.current;
    }

    Isolate supervisor() {
        return kernel.pools.isolates[0];
    }

    /** Makes a system call as the current thread; returns its rax afterwards, or {@link Long#MIN_VALUE} if it waits or is gone. */
    long call(int number, long... arguments) {
        KernelThread thread = current();
        int[] registers = {ThreadContext.RDI, ThreadContext.RSI, ThreadContext.RDX, ThreadContext.R10, ThreadContext.R8};
        long[] all = Arrays.copyOf(arguments, registers.length);
        thread.setRegister(ThreadContext.RAX, number);
        for (int i = 0; i < registers.length; i++) {
            thread.setRegister(registers[i], all[i]);
        }
        kernel.calls.make(number, all[0], all[1], all[2], all[3], all[4]);
        kernel.leave();
        return thread.state == KernelThread.State.READY || thread.state == KernelThread.State.THROTTLED ? thread.register(ThreadContext.RAX) : Long.MIN_VALUE;
    }

    /** Returns what the thread's last system call returned. */
    static long result(Isolate isolate) {
        return isolate.thread.register(ThreadContext.RAX);
    }

    /** Makes a system call as an isolate that is ready. */
    long callAs(Isolate isolate, int number, long... arguments) {
        become(isolate);
        return call(number, arguments);
    }

    /** Makes an isolate that is ready the current one, as if all better ones had been away for a moment. */
    void become(Isolate isolate) {
        if (isolate.thread.state != KernelThread.State.READY) {
            throw new IllegalStateException("the isolate " + isolate.index + " is " + isolate.thread.state + ", not ready");
        }
        List<KernelThread> away = new ArrayList<>();
        kernel.scheduler.dispatch();
        while (current() != isolate.thread) {
            away.add(current());
            kernel.scheduler.block(current(), KernelThread.State.STOPPED);
            kernel.scheduler.dispatch();
        }
        for (KernelThread thread : away) {
            kernel.scheduler.ready(thread);
        }
    }

    static void store(Isolate isolate, long address, long value) {
        Address.fromLong(place(isolate, address)).storeLong(value);
    }

    static long load(Isolate isolate, long address) {
        return Address.fromLong(place(isolate, address)).loadLong();
    }

    /** Returns the entry of an isolate's page tables for the page at an address, as the processor would find it; 0 if a table is missing. */
    static long pageEntry(Isolate isolate, long address) {
        long entry = isolate.space.root | 1;
        for (int log = 39; log >= 12; log -= 9) {
            if ((entry & 1) == 0) {
                return 0;
            }
            entry = Window.load((entry & 0x000F_FFFF_FFFF_F000L) + (address >>> log & 511) * Long.BYTES);
        }
        return entry;
    }

    private static long place(Isolate isolate, long address) {
        long place = isolate.space.resolve(address, AddressSpace.Access.WRITE);
        if (place == 0) {
            throw new IllegalArgumentException("0x" + Long.toHexString(address) + " is not the isolate's");
        }
        return place;
    }

    /** Description of an isolate that {@link #create} makes. */
    static final class Spec {
        String name = "test";
        int rank = 10;
        int priority = 3;
        int heapPages = 16;
        int quota = 64;
        int percent = 100;
        int runLimit;
        int requestLimit;
        int queueLimit;
        int deathBit = 5;
        long module;
    }

    /** Has the supervisor make an isolate; returns its handle. */
    long create(Spec spec) {
        Isolate supervisor = supervisor();
        Address record = Address.fromLong(place(supervisor, RECORD));
        byte[] name = spec.name.getBytes(StandardCharsets.ISO_8859_1);
        for (int i = 0; i < IsolateRecord.NAME_SIZE; i++) {
            record.storeByte(i < name.length ? name[i] : 0, i);
        }
        record.storeInt(7, IsolateRecord.PROGRAM);
        record.storeInt(1, IsolateRecord.INCARNATION);
        record.storeInt(spec.rank, IsolateRecord.RANK);
        record.storeInt(spec.priority, IsolateRecord.PRIORITY);
        record.storeInt(spec.heapPages, IsolateRecord.HEAP_PAGES);
        record.storeInt(spec.quota, IsolateRecord.PAGE_QUOTA);
        record.storeInt(spec.percent, IsolateRecord.CPU_PERCENT);
        record.storeInt(spec.runLimit, IsolateRecord.RUN_LIMIT);
        record.storeInt(spec.requestLimit, IsolateRecord.REQUEST_LIMIT);
        record.storeInt(spec.queueLimit, IsolateRecord.QUEUE_LIMIT);
        record.storeInt(spec.deathBit, IsolateRecord.DEATH_BIT);
        record.storeInt((int) spec.module, IsolateRecord.MODULE);
        record.storeLong(0x1234_5678_9ABCL, IsolateRecord.ARGUMENT);
        return callAs(supervisor, SystemCall.ISOLATE_CREATE, RECORD);
    }

    Isolate isolate(long supervisorsHandle) {
        return kernel.pools.isolates[supervisor().handles.entries[(int) (supervisorsHandle & 0xFF)].object.index];
    }

    /** Makes and starts an isolate. */
    Isolate start(Spec spec) {
        long handle = create(spec);
        if (handle < 0) {
            throw new IllegalStateException("isolate refused: " + handle);
        }
        callAs(supervisor(), SystemCall.ISOLATE_START, handle);
        return isolate(handle);
    }

    /** Has the supervisor make and start an isolate of that rank and priority, with ordinary limits. */
    Isolate start(String name, int rank, int priority) {
        Spec spec = new Spec();
        spec.name = name;
        spec.rank = rank;
        spec.priority = priority;
        return start(spec);
    }

    /** Wakes the supervisor if it waits, and has it make and start an isolate with ordinary limits. */
    Isolate startPlain(String name) {
        if (supervisor().thread.state != KernelThread.State.READY) {
            supervisor().pendingBits = 0;
            kernel.scheduler.ready(supervisor().thread);
        }
        Spec spec = new Spec();
        spec.name = name;
        return start(spec);
    }

    /** Returns the supervisor's newest handle to an isolate. */
    long handleOf(Isolate isolate) {
        for (Handle handle : supervisor().handles.entries) {
            if (handle.index > 0 && handle.kind == HandleKind.ISOLATE && handle.object == isolate && !handle.isStale()) {
                return handle.number();
            }
        }
        throw new IllegalStateException("the supervisor has no handle to isolate " + isolate.index);
    }

    /** Returns an isolate's first handle of a kind. */
    long handleTo(Isolate isolate, HandleKind kind) {
        for (Handle handle : isolate.handles.entries) {
            if (handle.kind == kind) {
                return handle.number();
            }
        }
        throw new IllegalStateException("isolate " + isolate.index + " has no handle of kind " + kind);
    }

    long grant(Isolate isolate, int kind, long a, long b) {
        return callAs(supervisor(), SystemCall.ISOLATE_GRANT, handleOf(isolate), kind, a, b);
    }

    /** Makes a queue of a rank, and a server for it. Returns the supervisor's handle. */
    long queue(int slots, int rank) {
        return callAs(supervisor(), SystemCall.QUEUE_CREATE, slots, rank);
    }

    long serve(Isolate server, long queue) {
        return grant(server, GrantKind.SERVE_QUEUE, queue, 0);
    }

    long connect(Isolate client, long queue, int credits, int badge) {
        return grant(client, GrantKind.USE_QUEUE, queue, (long) badge << 32 | credits);
    }

    /** Writes a message to an isolate's {@link #MESSAGE}. */
    static void compose(Isolate isolate, int operation, long content, int transfers, int flags) {
        store(isolate, MESSAGE, operation & 0xFFFF_FFFFL | 8L << 32 | (long) transfers << 48 | (long) flags << 56);
        store(isolate, MESSAGE + MessageLayout.PAYLOAD, content);
    }

    static int operation(Isolate isolate) {
        return (int) load(isolate, MESSAGE);
    }

    static long content(Isolate isolate) {
        return load(isolate, MESSAGE + MessageLayout.PAYLOAD);
    }

    static long token(Isolate isolate) {
        return load(isolate, MESSAGE + MessageLayout.TOKEN);
    }

    /** Lets time pass, with an interrupt of the clock at every millisecond. */
    void pass(int milliseconds) {
        for (int i = 0; i < milliseconds; i++) {
            hardware.ticks += SimulatedHardware.FREQUENCY / 1000;
            kernel.interrupt(32, 0);
        }
    }

    /** A memory fault of the current thread. */
    void pageFault(long address, int error) {
        hardware.faultAddress = address;
        kernel.interrupt(14, error);
    }

    /** Returns the reason of the newest death. */
    DeathReason lastDeath() {
        long record = kernel.deaths.ring().record(kernel.deaths.ring().next - 1);
        return DeathReason.values()[Address.fromLong(record).loadInt(DeathRecord.REASON)];
    }

    /** Returns whether the interrupt controllers hold back a line. */
    boolean isMasked(int line) {
        return (hardware.written.get(line < 8 ? 0x21 : 0xA1) >> (line & 7) & 1) != 0;
    }

    /** Returns whether the I/O permission bitmap lets ring 3 touch a port. */
    boolean allows(int port) {
        // As the processor does: the bitmap is where its base in the task state says, unless that is beyond the limit in the segment's descriptor.
        Address taskState = Address.fromLong(kernel.processor.start + 2 * 4096);
        int limit = Address.fromLong(kernel.processor.start + 64 + 0x30).loadChar();
        int at = taskState.loadChar(102) + (port >> 3);
        return at < limit && (taskState.loadByte(at) >> (port & 7) & 1) == 0;
    }

    /** Returns the number of slots in a list. */
    static int length(OrderedList<MessageSlot> list) {
        int length = 0;
        for (MessageSlot slot = list.first(); slot != null; slot = list.after(slot)) {
            length++;
        }
        return length;
    }

    long nanoseconds() {
        return kernel.clock.now();
    }
}
