package org.bulkhead.isolate.supervision;

import java.nio.ByteBuffer;
import org.bulkhead.isolate.call.Handle;
import org.bulkhead.isolate.call.Loading;
import org.bulkhead.isolate.call.ModulePage;
import org.bulkhead.isolate.call.NucleusException;
import org.bulkhead.isolate.call.RawMemory;

/** Makes modules out of pages that lie in the Java heap, one module at a time. For loaders: the isolate's manifest has {@link org.bulkhead.isolate.manifest.LoadsModules}. */
public final class ModuleMaker {
    private final ByteBuffer page = RawMemory.allocateBuffer(Loading.PAGE);
    private Handle open;

    /** Makes a maker, which takes a page of raw memory for ever: one is enough for an isolate. */
    public ModuleMaker() {
        // Nothing is open yet.
    }

    /**
     * Begins a module; one that has been begun and not sealed is given up.
     *
     * @throws NucleusException NO_RESOURCE, NO_MEMORY
     */
    public void begin() {
        abandon();
        open = Loading.createModule();
    }

    /**
     * Adds a page to the module that has been begun. What is not given of it is zero.
     *
     * @param address where isolates will see it, as {@link Loading#addPage} has it
     * @param kind what isolates may do with it
     * @param from where its content is
     * @param offset index in {@code from} of the first byte
     * @param length in bytes, 0 to 4096
     * @throws NucleusException as {@link Loading#addPage}
     */
    public void page(long address, ModulePage kind, byte[] from, int offset, int length) {
        RawMemory.clear(page.clear().position(length));
        Loading.addPage(open, address, kind, page.put(0, from, offset, length).rewind());
    }

    /** {@return the only handle to the module that has been begun, which is sealed now; the caller's to pass on or to close} */
    public Handle seal() {
        Loading.seal(open);
        Handle sealed = open;
        open = null;
        return sealed;
    }

    /** Gives the module up that has been begun, if any. */
    public void abandon() {
        if (open != null) {
            open.close();
            open = null;
        }
    }
}
