package org.bulkhead.nucleus.kernel;

import org.bulkhead.nucleus.abi.*;
import org.bulkhead.nucleus.kernel.memory.*;

/**
 * Code and data that isolates run besides those of the image: an address space that nobody runs in, with the image's pages and its own, which isolates' address spaces begin as. It lasts for as long as a handle
 * names it, in a table or in a message, or an isolate runs it. The first of the pool is the image alone, and lasts for ever.
 */
public final class Module extends KernelObject {
    /** States of a module; the ordinals are those of the abi's ModuleStatus. */
    public enum State { FREE, OPEN, SEALED }

    /** Most frames of a module, page tables included. */
    public static final int PAGE_LIMIT = 1 << 14;

    public final AddressSpace space;
    public State state = State.FREE;
    private final Pools pools;

    Module(int index, AddressSpace space, Pools pools) {
        super(index);
        this.space = space;
        this.pools = pools;
    }

    @Override
    boolean isFree() {
        return state == State.FREE;
    }

    @Override
    void endIfUnused() {
        if (references == 0) {
            space.destroy();
            state = State.FREE;
        }
    }

    /** Loaders: copies a page into the module. Refuses: SEALED; BAD_ARGUMENT: no such kind; BAD_ADDRESS: no place for one of that kind, or no page of the caller's; NO_RESOURCE: it, or all, have as many as they may; NO_MEMORY. */
    long page(AddressSpace loader, long address, long kind, long content) {
        if (state == State.SEALED) return ErrorCode.SEALED.result;
        if (kind < SystemCall.MODULE_CODE || kind > SystemCall.MODULE_DATA) return ErrorCode.BAD_ARGUMENT.result;
        if (!loader.copyIn(content, pools.scratch, Window.PAGE)) return loader.refusal.result;
        if (pools.modulePages() >= pools.modulePageLimit) return ErrorCode.NO_RESOURCE.result;
        return space.addPage(address, (int) kind, pools.scratch) ? 0 : space.refusal.result;
    }

    /** Loaders: ends its making. Refuses SEALED. */
    long seal() {
        if (state == State.SEALED) return ErrorCode.SEALED.result;
        state = State.SEALED;
        return 0;
    }
}
