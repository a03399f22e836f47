package org.bulkhead.vm.runtime.memory;

import org.bulkhead.vm.magic.Address;
import org.bulkhead.vm.magic.NoStackProbe;
import org.bulkhead.vm.runtime.platform.PlatformHolder;

/** The heap's pages in an image: from whatever platform the image was started on. */
@NoStackProbe
final class PlatformMemory implements HeapMemory {
    @Override
    public boolean map(Address start, long bytes) {
        return PlatformHolder.platform().map(start, bytes);
    }

    @Override
    public void exhausted() {
        PlatformHolder.platform().exhausted();
    }
}
