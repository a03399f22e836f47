package org.bulkhead.nucleus.kernel;

import static org.bulkhead.nucleus.kernel.Machine.at;
import static org.bulkhead.nucleus.kernel.Machine.load;
import static org.bulkhead.nucleus.kernel.Machine.pageEntry;
import static org.bulkhead.nucleus.kernel.Machine.refusal;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.bulkhead.nucleus.abi.AddressSpaceLayout;
import org.bulkhead.nucleus.abi.DeathReason;
import org.bulkhead.nucleus.abi.ErrorCode;
import org.bulkhead.nucleus.abi.GrantKind;
import org.bulkhead.nucleus.abi.HandleKind;
import org.bulkhead.nucleus.abi.MemoryStatus;
import org.bulkhead.nucleus.abi.MessageLayout;
import org.bulkhead.nucleus.abi.ModuleStatus;
import org.bulkhead.nucleus.abi.SystemCall;
import org.bulkhead.nucleus.kernel.hardware.ThreadContext;
import org.bulkhead.nucleus.kernel.memory.AddressSpace;
import org.bulkhead.nucleus.kernel.memory.Window;
import org.bulkhead.vm.magic.Address;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModuleTest {
    private static final long START = AddressSpaceLayout.MODULE_START;
    private static final long CONTENT = AddressSpaceLayout.HEAP_START + 0x4000;
    private static final long NO_EXECUTE = 1L << 63;
    private static final long USER_READ = 5;
    private static final long WRITABLE = 2;
    private static final long GLOBAL = 0x100;

    private Machine machine;
    private Isolate loader;

    @BeforeEach
    void boot() {
        machine = new Machine();
        loader = machine.startPlain("loader");
        machine.grant(loader, GrantKind.LOAD, 0, 0);
    }

    private long create() {
        long module = machine.callAs(loader, SystemCall.MODULE_CREATE);
        assertTrue(module > 0, "refused: " + module);
        return module;
    }

    private long page(long module, long address, int kind, long content) {
        Machine.store(loader, CONTENT, content);
        return machine.callAs(loader, SystemCall.MODULE_PAGE, module, address, kind, CONTENT);
    }

    private long seal(long module) {
        return machine.callAs(loader, SystemCall.MODULE_SEAL, module);
    }

    /** Makes a sealed module with a page of each kind of its own, and one in the place of each kind of the image's. */
    private long everything() {
        long module = create();
        assertEquals(0, page(module, START, SystemCall.MODULE_CODE, 11));
        assertEquals(0, page(module, START + 0x20_0000, SystemCall.MODULE_METADATA, 12));
        assertEquals(0, page(module, START + 0x40_0000, SystemCall.MODULE_DATA, 13));
        assertEquals(0, page(module, Machine.METADATA, SystemCall.MODULE_METADATA, 14));
        assertEquals(0, page(module, Machine.DATA + Window.PAGE, SystemCall.MODULE_DATA, 15));
        assertEquals(0, seal(module));
        return module;
    }

    /** Moves a handle of the loader's to the supervisor, in a message. */
    private long give(long module) {
        long queue = machine.queue(2, 1);
        long connection = machine.connect(loader, queue, 1, 0);
        Machine.compose(loader, 1, 0, 1, 0);
        Machine.store(loader, Machine.TRANSFERS, MessageLayout.KIND_HANDLE | module << 32);
        assertEquals(0, machine.callAs(loader, SystemCall.SEND, connection, Machine.MESSAGE, Machine.TRANSFERS));
        assertEquals(1, machine.kernel.pools.modules[1].references, "on its way");
        machine.callAs(machine.supervisor(), SystemCall.RECEIVE, 0, Machine.MESSAGE, Machine.FOREVER);
        machine.callAs(machine.supervisor(), SystemCall.CLOSE, queue);
        return machine.handleTo(machine.supervisor(), HandleKind.MODULE);
    }

    private Isolate run(long supervisorsHandle, String name) {
        Machine.Spec spec = new Machine.Spec();
        spec.name = name;
        spec.module = supervisorsHandle;
        return machine.start(spec);
    }

    private Module module() {
        return machine.kernel.pools.modules[1];
    }

    @Test
    void isolatesSeeItsPagesAndThoseThatItReplaces() {
        Isolate isolate = run(give(everything()), "guest");
        assertEquals(11, read(isolate, START));
        assertEquals(12, read(isolate, START + 0x20_0000));
        assertEquals(13, read(isolate, START + 0x40_0000));
        assertEquals(14, read(isolate, Machine.METADATA));
        assertEquals(15, read(isolate, Machine.DATA + Window.PAGE));
        assertEquals(1002, read(isolate, Machine.DATA + 2 * Window.PAGE), "what it does not replace is the image's");
        assertEquals(1001, read(loader, Machine.DATA + Window.PAGE), "others see the image");
        assertEquals(0, read(loader, Machine.METADATA));
        assertEquals(0, loader.space.peek(START));
    }

    private static long read(Isolate isolate, long address) {
        return Address.fromLong(isolate.space.peek(address)).loadLong();
    }

    @Test
    void nothingIsWritableAndExecutable() {
        Isolate isolate = run(give(everything()), "guest");
        assertEquals(USER_READ, pageEntry(isolate, START) & (USER_READ | WRITABLE | NO_EXECUTE | GLOBAL), "code");
        assertEquals(USER_READ | NO_EXECUTE, pageEntry(isolate, START + 0x20_0000) & (USER_READ | WRITABLE | NO_EXECUTE | GLOBAL), "metadata");
        assertEquals(USER_READ | NO_EXECUTE, pageEntry(isolate, START + 0x40_0000) & (USER_READ | WRITABLE | NO_EXECUTE | GLOBAL), "data, before it is written");
        assertEquals(USER_READ | NO_EXECUTE, pageEntry(isolate, Machine.METADATA) & (USER_READ | WRITABLE | NO_EXECUTE | GLOBAL), "replaced");
        for (long address : new long[] {START, START + 0x20_0000, Machine.METADATA, Machine.CODE}) {
            assertEquals(0, isolate.space.resolve(address, AddressSpace.Access.WRITE));
        }
        assertEquals(0, pageEntry(loader, Machine.METADATA) & GLOBAL, "the processor must not remember it for those who see a replacement");
    }

    @Test
    void dataIsCopiedWhenItIsWritten() {
        long handle = give(everything());
        Isolate one = run(handle, "one");
        Isolate other = run(handle, "other");
        Machine.store(one, START + 0x40_0000, 5);
        Machine.store(one, Machine.DATA + Window.PAGE, 6);
        assertEquals(5, read(one, START + 0x40_0000));
        assertEquals(13, read(other, START + 0x40_0000));
        assertEquals(15, read(other, Machine.DATA + Window.PAGE));
        assertEquals(13, read(run(handle, "third"), START + 0x40_0000));
        assertEquals(0, machine.callAs(one, SystemCall.WRITTEN_PAGES, START, 0x401, Machine.MESSAGE));
        assertEquals(1, Address.fromLong(one.space.peek(Machine.MESSAGE)).loadByte(0x400 >> 3), "the module's own page");
        assertEquals(0, load(one, Machine.MESSAGE));
        assertEquals(0, machine.callAs(one, SystemCall.WRITTEN_PAGES, Machine.DATA, Machine.DATA_PAGES, Machine.MESSAGE));
        assertEquals(2, load(one, Machine.MESSAGE) & 0xFF, "a page that it replaces");
        assertEquals(0, machine.callAs(other, SystemCall.WRITTEN_PAGES, Machine.DATA, Machine.DATA_PAGES, Machine.MESSAGE));
        assertEquals(0, load(other, Machine.MESSAGE) & 0xFF);
    }

    @ParameterizedTest
    @CsvSource({"0x3FFF000, 3", "0x10000000, 3", "0x4000001, 3", "0x400000, 3", "0x400000, 4", "0x400000, 5", "0x100000, 4", "0x200000, 5", "0x600000, 5", "0x600000, 3", "0x800000, 4", "0x800000, 3", "0x601000, 4",
        "0, 5", "0x20000000, 5", "0x100000000, 5", "-4096, 5", "0xFFFF800000100000, 4"})
    void otherPlacesAreRefused(String address, int kind) {
        long module = create();
        assertEquals(0, page(module, START, SystemCall.MODULE_CODE, 1));
        int pages = module().space.pages;
        assertEquals(refusal(ErrorCode.BAD_ADDRESS), page(module, address.startsWith("0x") ? Long.parseUnsignedLong(address.substring(2), 16) : Long.parseLong(address), kind, 1));
        assertEquals(pages, module().space.pages);
        assertEquals(refusal(ErrorCode.BAD_ADDRESS), page(module, START, SystemCall.MODULE_CODE, 1), "there is one");
    }

    @Test
    void whatElseIsRefused() {
        long module = create();
        assertEquals(refusal(ErrorCode.BAD_ARGUMENT), page(module, START, 2, 1));
        assertEquals(refusal(ErrorCode.BAD_ARGUMENT), page(module, START, 6, 1));
        assertEquals(refusal(ErrorCode.BAD_ADDRESS), machine.callAs(loader, SystemCall.MODULE_PAGE, module, START, SystemCall.MODULE_CODE, AddressSpaceLayout.HEAP_END - 4096));
        assertEquals(refusal(ErrorCode.WRONG_KIND), page(0, START, SystemCall.MODULE_CODE, 1));
        assertEquals(refusal(ErrorCode.BAD_HANDLE), page(60, START, SystemCall.MODULE_CODE, 1));
        assertEquals(0, seal(module));
        assertEquals(refusal(ErrorCode.SEALED), seal(module));
        assertEquals(refusal(ErrorCode.SEALED), page(module, START, SystemCall.MODULE_CODE, 1));
        Isolate other = machine.startPlain("other");
        assertEquals(refusal(ErrorCode.NO_RIGHT), machine.callAs(other, SystemCall.MODULE_CREATE));
        assertEquals(refusal(ErrorCode.NO_RIGHT), machine.callAs(loader, SystemCall.ISOLATE_CREATE, Machine.RECORD), "loading is not supervising");
        assertEquals(0, machine.callAs(loader, SystemCall.CLOSE, module));
        assertEquals(refusal(ErrorCode.STALE_HANDLE), seal(module));
    }

    @Test
    void onlyASealedModuleIsRun() {
        Machine.Spec spec = new Machine.Spec();
        spec.module = give(create());
        assertEquals(refusal(ErrorCode.NOT_SEALED), machine.create(spec));
        assertEquals(0, machine.callAs(machine.supervisor(), SystemCall.MODULE_SEAL, spec.module), "supervisors may");
        assertTrue(machine.create(spec) > 0);
        spec.module = 1;
        assertEquals(refusal(ErrorCode.WRONG_KIND), machine.create(spec));
        spec.module = 63;
        assertEquals(refusal(ErrorCode.BAD_HANDLE), machine.create(spec));
        spec.module = -1;
        assertEquals(refusal(ErrorCode.BAD_HANDLE), machine.create(spec));
    }

    @Test
    void itOutlivesItsMakerAndEndsWithTheLast() {
        long free = machine.kernel.frames.free + loader.space.pages;
        long handle = give(everything());
        Isolate isolate = run(handle, "guest");
        machine.kernel.deaths.end(loader, DeathReason.KILLED, 0, 0);
        assertEquals(0, machine.callAs(machine.supervisor(), SystemCall.CLOSE, handle));
        assertEquals(1, module().references);
        assertEquals(11, read(isolate, START));
        machine.kernel.deaths.end(isolate, DeathReason.KILLED, 0, 0);
        assertEquals(Module.State.FREE, module().state);
        assertEquals(free, machine.kernel.frames.free + machine.supervisor().space.pages - supervisorsPages());
    }

    private int supervisorsPages() {
        return machine.supervisor().space.pages;
    }

    @Test
    void theSupervisorsHandlesOutliveIt() {
        long handle = give(everything());
        machine.kernel.deaths.end(machine.supervisor(), DeathReason.KILLED, 0, 0);
        machine.kernel.leave();
        assertEquals(1, module().references);
        assertEquals(11, read(run(handle, "guest"), START));
    }

    @Test
    void aMessageThatDoesNotArriveEndsIt() {
        long module = everything();
        long queue = machine.queue(2, 1);
        long connection = machine.connect(loader, queue, 1, 0);
        Machine.compose(loader, 1, 0, 1, 0);
        Machine.store(loader, Machine.TRANSFERS, MessageLayout.KIND_HANDLE | module << 32);
        assertEquals(0, machine.callAs(loader, SystemCall.SEND, connection, Machine.MESSAGE, Machine.TRANSFERS));
        assertEquals(Module.State.SEALED, module().state);
        machine.callAs(machine.supervisor(), SystemCall.CLOSE, queue);
        assertEquals(Module.State.FREE, module().state);
        assertEquals(0, module().space.pages);
    }

    @Test
    void aCopyOfAHandleIsAHandle() {
        long module = everything();
        long copy = machine.callAs(loader, SystemCall.COPY, module, -1);
        assertEquals(0, machine.callAs(loader, SystemCall.CLOSE, module));
        assertEquals(Module.State.SEALED, module().state);
        assertEquals(0, machine.callAs(loader, SystemCall.CLOSE, copy));
        assertEquals(Module.State.FREE, module().state);
    }

    @Test
    void modulesAndPagesAreBounded() {
        for (int i = 1; i < Pools.MODULES; i++) {
            create();
        }
        assertEquals(refusal(ErrorCode.NO_RESOURCE), machine.callAs(loader, SystemCall.MODULE_CREATE));
        machine.kernel.deaths.end(loader, DeathReason.KILLED, 0, 0);
        assertEquals(0, machine.kernel.pools.modulePages());
        loader = machine.startPlain("loader");
        machine.grant(loader, GrantKind.LOAD, 0, 0);
        long module = create();
        long pages = 0;
        long result = page(module, START, SystemCall.MODULE_CODE, 1);
        while (result == 0) {
            pages++;
            result = page(module, START + pages * Window.PAGE, SystemCall.MODULE_CODE, 1);
        }
        assertEquals(refusal(ErrorCode.NO_RESOURCE), result, "all modules together have half of the memory");
        assertEquals(machine.kernel.pools.modulePageLimit, machine.kernel.pools.modulePages());
        assertTrue(machine.kernel.frames.free > pages / 2, "the rest is for isolates");
        assertEquals(refusal(ErrorCode.NO_RESOURCE), page(create(), START, SystemCall.MODULE_CODE, 1));
        assertTrue(machine.startPlain("another").state == Isolate.State.ALIVE);
    }

    @Test
    void memoryIsTakenAtOnceOrNotAtAll() {
        int[] before = {machine.kernel.pools.modules[1].space.pages};
        assertEquals(0, before[0]);
        long module = create();
        module().space.quota = module().space.pages + 1;
        assertEquals(refusal(ErrorCode.NO_RESOURCE), page(module, START, SystemCall.MODULE_CODE, 1), "a table and a page are two");
        assertEquals(0, module().space.peek(START));
    }

    @Test
    void supervisorsSeeModules() {
        long module = everything();
        inspect(SystemCall.INSPECT_MODULE, 1);
        assertEquals(2, status(ModuleStatus.STATE));
        assertEquals(module().space.pages, status(ModuleStatus.PAGES));
        assertEquals(Module.PAGE_LIMIT, status(ModuleStatus.PAGE_LIMIT));
        assertEquals(1, status(ModuleStatus.REFERENCES));
        inspect(SystemCall.INSPECT_MODULE, 0);
        assertEquals(2, status(ModuleStatus.STATE), "the image");
        inspect(SystemCall.INSPECT_MODULE, Pools.MODULES - 1);
        assertEquals(0, status(ModuleStatus.STATE));
        assertEquals(refusal(ErrorCode.NO_SUCH_OBJECT), machine.callAs(machine.supervisor(), SystemCall.INSPECT, SystemCall.INSPECT_MODULE, Pools.MODULES, Machine.RECORD));
        assertEquals(refusal(ErrorCode.BAD_ARGUMENT), machine.callAs(machine.supervisor(), SystemCall.INSPECT, SystemCall.INSPECT_MODULE + 1, 0, Machine.RECORD));
        inspect(SystemCall.INSPECT_MEMORY, 0);
        assertEquals(machine.freeAtStart, status(MemoryStatus.FRAMES), "modules' frames count");
        assertEquals(Pools.MODULES - 2, status(MemoryStatus.FREE_MODULES));
        assertNotEquals(0, module);
    }

    private void inspect(int what, int index) {
        assertEquals(0, machine.callAs(machine.supervisor(), SystemCall.INSPECT, what, index, Machine.RECORD));
    }

    private long status(Enum<?> field) {
        return load(machine.supervisor(), Machine.RECORD + at(field));
    }

    @Test
    void faultsInAModuleAreJavasBusiness() {
        Isolate isolate = run(give(everything()), "guest");
        machine.become(isolate);
        isolate.thread.setRegister(ThreadContext.RIP, START + 0x10);
        machine.pageFault(8, 4);
        assertEquals(Machine.FAULT_ENTRY, isolate.thread.register(ThreadContext.RIP));
        assertEquals(START + 0x10, isolate.thread.register(ThreadContext.RDI));
        machine.become(isolate);
        machine.pageFault(START, 7);
        assertEquals(DeathReason.WILD_ACCESS, machine.lastDeath(), "code is not written");
    }
}
