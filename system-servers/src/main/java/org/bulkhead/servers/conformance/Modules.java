package org.bulkhead.servers.conformance;

import org.bulkhead.isolate.call.NucleusException;
import org.bulkhead.nucleus.abi.AddressSpaceLayout;
import org.bulkhead.nucleus.abi.DeathReason;
import org.bulkhead.nucleus.abi.ErrorCode;
import org.bulkhead.nucleus.abi.GrantKind;
import org.bulkhead.nucleus.abi.SystemCall;
import org.bulkhead.vm.magic.Address;
import org.bulkhead.vm.magic.Magic;

/** Modules: what they may have, and who sees it. */
final class Modules {
    private static final long START = AddressSpaceLayout.MODULE_START;
    private static final int PAGE = 4096;
    /** Far apart, so that each has a page table of its own. */
    private static final long METADATA = START + 0x20_0000;
    private static final long DATA = START + 0x40_0000;
    /** ret, nop … (Intel SDM 2B.) */
    private static final long RETURN = 0x9090_9090_9090_90C3L;
    /** More than the nucleus has. */
    private static final int MANY = 100;

    private Modules() {}

    static void add(Suite suite) {
        addPages(suite);
        addRefusals(suite);
        addLives(suite);
    }

    private static void addPages(Suite suite) {
        suite.that("code of a module is executed, metadata and data are read, and nobody else sees them", stage -> {
            Actor guest = stage.running(everything(stage), "guest");
            guest.does("execute", Deed.EXECUTE, START).is(0);
            guest.does("load", Deed.LOAD, METADATA).is(12);
            guest.does("load", Deed.LOAD, DATA).is(13);
            Actor stranger = stage.client();
            stranger.does("load", Deed.LOAD, METADATA).dies();
            stage.death(stranger).is(DeathReason.WILD_ACCESS, METADATA);
        });
        suite.that("data of a module is each isolate's own once it has been written", stage -> {
            long module = everything(stage);
            Actor one = stage.running(module, "one");
            Actor other = stage.running(module, "other");
            one.does("store", Deed.STORE, DATA, 99).is(0);
            one.does("load", Deed.LOAD, DATA).is(99);
            other.does("load", Deed.LOAD, DATA).is(13);
            one.does("written-pages", SystemCall.WRITTEN_PAGES, DATA, 8, one.data()).is(0);
            Failure.unlessEqual("written pages", 1, one.datum(0) & 0xFF);
            other.does("written-pages", SystemCall.WRITTEN_PAGES, DATA, 8, other.data()).is(0);
            Failure.unlessEqual("written pages", 0, other.datum(0) & 0xFF);
        });
        suite.that("a write to a module's code: WILD_ACCESS with its address", stage -> wild(stage, Deed.STORE, START));
        suite.that("a write to a module's metadata: WILD_ACCESS with its address", stage -> wild(stage, Deed.STORE, METADATA));
        suite.that("execution of a module's data: WILD_ACCESS with its address", stage -> wild(stage, Deed.EXECUTE, DATA));
        suite.that("execution of a module's metadata: WILD_ACCESS with its address", stage -> wild(stage, Deed.EXECUTE, METADATA));
        suite.that("a page of the image's metadata is replaced by one of metadata, once", stage -> {
            // What describes the class of a class: the guest needs it, so the new page says the same.
            long type = Magic.addressOf(Modules.class).loadInt() & 0xFFFF_FFF8L;
            long page = type & -PAGE;
            long module = stage.module();
            stage.does("module-page", SystemCall.MODULE_PAGE, module, page, SystemCall.MODULE_CODE, page).is(ErrorCode.BAD_ADDRESS);
            stage.does("module-page", SystemCall.MODULE_PAGE, module, page, SystemCall.MODULE_DATA, page).is(ErrorCode.BAD_ADDRESS);
            stage.does("module-page", SystemCall.MODULE_PAGE, module, page, SystemCall.MODULE_METADATA, page).is(0);
            stage.does("module-page", SystemCall.MODULE_PAGE, module, page, SystemCall.MODULE_METADATA, page).is(ErrorCode.BAD_ADDRESS);
            Actor guest = stage.running(module, "guest");
            guest.does("load", Deed.LOAD, type).is(Address.fromLong(type).loadLong());
            guest.does("store", Deed.STORE, type, 0).dies();
            stage.death(guest).is(DeathReason.WILD_ACCESS, type);
        });
    }

    /** Makes a module with a page of each kind, which is not sealed. */
    private static long everything(Stage stage) {
        long module = stage.module();
        stage.page(module, START, SystemCall.MODULE_CODE, RETURN).is(0);
        stage.page(module, METADATA, SystemCall.MODULE_METADATA, 12).is(0);
        stage.page(module, DATA, SystemCall.MODULE_DATA, 13).is(0);
        return module;
    }

    private static void wild(Stage stage, int deed, long address) {
        Actor guest = stage.running(everything(stage), "guest");
        guest.does("access", deed, address, 0).dies();
        stage.death(guest).is(DeathReason.WILD_ACCESS, address);
    }

    private static void addRefusals(Suite suite) {
        suite.that("only loaders make modules", stage -> {
            Actor client = stage.client();
            client.does("module-create", SystemCall.MODULE_CREATE).is(ErrorCode.NO_RIGHT);
            client.does("module-page", SystemCall.MODULE_PAGE, 0, START, SystemCall.MODULE_CODE, client.data()).is(ErrorCode.NO_RIGHT);
            client.does("module-seal", SystemCall.MODULE_SEAL, 0).is(ErrorCode.NO_RIGHT);
            stage.grant(client, GrantKind.LOAD, 0, 0);
            long module = client.does("module-create", SystemCall.MODULE_CREATE).get();
            client.does("module-page", SystemCall.MODULE_PAGE, module, START, SystemCall.MODULE_CODE, client.data()).is(0);
            client.does("isolate-create", SystemCall.ISOLATE_CREATE, client.data()).is(ErrorCode.NO_RIGHT);
        });
        suite.that("a module's page is new, in the module's area, whole, and of a kind", stage -> {
            long module = stage.module();
            stage.page(module, START, SystemCall.MODULE_CODE, RETURN).is(0);
            stage.page(module, START, SystemCall.MODULE_CODE, RETURN).is(ErrorCode.BAD_ADDRESS);
            stage.page(module, START + 8, SystemCall.MODULE_CODE, RETURN).is(ErrorCode.BAD_ADDRESS);
            stage.page(module, AddressSpaceLayout.MODULE_END, SystemCall.MODULE_CODE, RETURN).is(ErrorCode.BAD_ADDRESS);
            stage.page(module, AddressSpaceLayout.HEAP_START, SystemCall.MODULE_DATA, 0).is(ErrorCode.BAD_ADDRESS);
            stage.page(module, AddressSpaceLayout.PHYSICAL_WINDOW, SystemCall.MODULE_DATA, 0).is(ErrorCode.BAD_ADDRESS);
            stage.page(module, 0, SystemCall.MODULE_DATA, 0).is(ErrorCode.BAD_ADDRESS);
            stage.page(module, START + PAGE, SystemCall.MODULE_DATA + 1, 0).is(ErrorCode.BAD_ARGUMENT);
            stage.page(module, START + PAGE, SystemCall.MODULE_CODE - 1, 0).is(ErrorCode.BAD_ARGUMENT);
            stage.does("module-page", SystemCall.MODULE_PAGE, module, START + PAGE, SystemCall.MODULE_DATA, AddressSpaceLayout.HEAP_END).is(ErrorCode.BAD_ADDRESS);
        });
        suite.that("code of the image, and the nucleus, cannot be replaced", stage -> {
            Actor actor = stage.client();
            long code = actor.does("find code", Deed.FIND_CODE, 0x55).get() & -PAGE;
            long module = stage.module();
            for (int kind = SystemCall.MODULE_CODE; kind <= SystemCall.MODULE_DATA; kind++) {
                stage.page(module, code, kind, RETURN).is(ErrorCode.BAD_ADDRESS);
                stage.page(module, AddressSpaceLayout.IMAGE_START, kind, RETURN).is(ErrorCode.BAD_ADDRESS);
            }
        });
        suite.that("a sealed module does not change, and one that is not sealed is not run", stage -> {
            long module = stage.module();
            stage.page(module, START, SystemCall.MODULE_CODE, RETURN).is(0);
            try {
                stage.actor(Part.client("early").withModule(module));
                throw new Failure("isolate-create", "NOT_SEALED", "made");
            } catch (NucleusException e) {
                Failure.unlessEqual("refusal", ErrorCode.NOT_SEALED.ordinal(), e.code().ordinal());
            }
            stage.does("module-seal", SystemCall.MODULE_SEAL, module).is(0);
            stage.does("module-seal", SystemCall.MODULE_SEAL, module).is(ErrorCode.SEALED);
            stage.page(module, START + PAGE, SystemCall.MODULE_CODE, RETURN).is(ErrorCode.SEALED);
        });
        suite.that("what is no module is none", stage -> {
            stage.page(0, START, SystemCall.MODULE_CODE, RETURN).is(ErrorCode.WRONG_KIND);
            stage.page(stage.queue(), START, SystemCall.MODULE_CODE, RETURN).is(ErrorCode.WRONG_KIND);
            stage.page(-1, START, SystemCall.MODULE_CODE, RETURN).is(ErrorCode.BAD_HANDLE);
            stage.does("module-seal", SystemCall.MODULE_SEAL, 0).is(ErrorCode.WRONG_KIND);
        });
        suite.that("modules are bounded, and those of a dead maker are free again", stage -> {
            Actor maker = stage.client();
            stage.grant(maker, GrantKind.LOAD, 0, 0);
            Result result = maker.does("module-create", SystemCall.MODULE_CREATE);
            int made = 0;
            for (; result.value() >= 0 && made < MANY; made++) {
                result = maker.does("module-create", SystemCall.MODULE_CREATE);
            }
            result.is(ErrorCode.NO_RESOURCE);
            stage.does("module-create", SystemCall.MODULE_CREATE).is(ErrorCode.NO_RESOURCE);
            stage.kill(maker);
            stage.module();
        });
    }

    private static void addLives(Suite suite) {
        suite.that("a module travels in a message, and outlives its maker in the isolates that run it", stage -> {
            Actor server = stage.server();
            Actor maker = stage.client();
            stage.grant(maker, GrantKind.LOAD, 0, 0);
            long made = maker.does("module-create", SystemCall.MODULE_CREATE).get();
            maker.setDatum(0, 42);
            maker.does("module-page", SystemCall.MODULE_PAGE, made, DATA, SystemCall.MODULE_DATA, maker.data()).is(0);
            maker.letter(1, 1).give(made).call().waits();
            long token = server.takes();
            stage.kill(maker);
            stage.grant(server, GrantKind.LOAD, 0, 0);
            long module = server.handle(0);
            server.does("module-seal", SystemCall.MODULE_SEAL, module).is(0);
            server.does("module-page", SystemCall.MODULE_PAGE, module, DATA + PAGE, SystemCall.MODULE_DATA, server.data()).is(ErrorCode.SEALED);
            server.letter(0, 0).reply(token).is(ErrorCode.TOKEN_VOID);
            server.copy(module, -1).get();
            server.close(module).is(0);
        });
        suite.that("an isolate goes on when the last handle to its module is closed", stage -> {
            long module = everything(stage);
            Actor guest = stage.running(module, "guest");
            stage.giveUp(module);
            guest.does("load", Deed.LOAD, METADATA).is(12);
            guest.does("execute", Deed.EXECUTE, START).is(0);
        });
        suite.that("a module in a message that nobody takes is gone with it", stage -> {
            stage.queue();
            Actor maker = stage.client();
            stage.grant(maker, GrantKind.LOAD, 0, 0);
            long made = maker.does("module-create", SystemCall.MODULE_CREATE).get();
            maker.letter(1, 1).give(made).send().is(0);
            maker.does("module-seal", SystemCall.MODULE_SEAL, made).is(ErrorCode.STALE_HANDLE);
            stage.giveUp();
        });
    }
}
