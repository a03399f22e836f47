package org.bulkhead.isolate.call;

import java.nio.ByteBuffer;
import java.util.Objects;
import org.bulkhead.nucleus.abi.SystemCall;

/** The system calls that make modules, which only an isolate with {@link org.bulkhead.nucleus.abi.Rights#LOAD} and supervisors may make; for all others each throws {@code NO_RIGHT}. */
public final class Loading {
    /** Bytes of a page. */
    public static final int PAGE = 4096;

    private Loading() {}

    /**
     * {@return the only handle to a new module without pages}
     *
     * @throws NucleusException NO_RESOURCE if there are no more modules or handles; NO_MEMORY
     */
    public static Handle createModule() {
        return new Handle((int) Nucleus.check(Nucleus.tryCall(SystemCall.MODULE_CREATE, 0, 0, 0, 0, 0), "module"));
    }

    /**
     * Copies a page into a module that is not sealed; one that it has there is replaced.
     *
     * @param module the module
     * @param address where isolates will see it: a multiple of 4096 from {@link org.bulkhead.nucleus.abi.AddressSpaceLayout#MODULE_START} on, or that of a page of metadata or data of the image, of which
     *     it is to take the place
     * @param kind what isolates may do with it; of a page that takes the place of another, that one's kind
     * @param content of which at least {@link #PAGE} bytes remain, over raw memory; its position stays
     * @throws NucleusException BAD_ADDRESS if no page of that kind can be there; SEALED; NO_RESOURCE if the module, or all modules together, have as many pages as they may; NO_MEMORY
     */
    public static void addPage(Handle module, long address, ModulePage kind, ByteBuffer content) {
        Objects.checkFromIndexSize(0, PAGE, content.remaining());
        long from = RawMemory.addressOf(content).toLong();
        Nucleus.check(Nucleus.tryCall(SystemCall.MODULE_PAGE, module.number(), address, kind.number, from, 0), "page of a module");
    }

    /**
     * Seals a module: nothing in it changes any more, and isolates can be made that run it.
     *
     * @param module the module
     * @throws NucleusException SEALED if it is already
     */
    public static void seal(Handle module) {
        Nucleus.check(Nucleus.tryCall(SystemCall.MODULE_SEAL, module.number(), 0, 0, 0, 0), "module");
    }
}
