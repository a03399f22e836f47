package org.bulkhead.vm.runtime.memory;

import org.bulkhead.vm.magic.Address;
import org.bulkhead.vm.magic.NoStackProbe;
import org.bulkhead.vm.runtime.platform.PlatformHolder;

/** The heap's surroundings in an image: whatever platform the image was started on. */
@NoStackProbe
final class PlatformMemory implements HeapMemory {
    @Override
    public boolean map(Address start, long bytes) {
        return PlatformHolder.platform().map(start, bytes);
    }

    @Override
    public void release(Address start, long bytes) {
        PlatformHolder.platform().release(start, bytes);
    }

    @Override
    public long nanoTime() {
        return PlatformHolder.platform().nanoTime();
    }

    @Override
    public void collected(CollectionFigures figures) {
        PlatformHolder.platform().collected(figures);
        ReferenceHandling.collected();
    }
}
