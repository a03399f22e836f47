package org.bulkhead.vm.linker.module;

/**
 * A page of a module.
 *
 * @param address a multiple of {@link #SIZE}: in the module area, or in the image for a page that takes the place of the image's
 * @param kind how it is mapped
 * @param content {@link #SIZE} bytes, not to be changed
 */
public record SealedPage(int address, PageKind kind, byte[] content) {
    /** Bytes of a page. */
    public static final int SIZE = 4096;
}
