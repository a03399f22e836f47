package org.bulkhead.vm.linker.heap;

/** The build-time interpreter made more objects than an image may hold. */
public final class ImageHeapFull extends RuntimeException {
    private static final long serialVersionUID = 1;

    ImageHeapFull(long wanted, int limit) {
        super("the image heap would need " + wanted + " bytes while building, more than the " + limit
            + " allowed: initialise the class that allocates them at run time");
    }
}
