package org.bulkhead.vm.linker.module;

import org.bulkhead.nucleus.abi.AddressSpaceLayout;

/**
 * The file of a sealed module, little-endian, made to be read from front to end.
 *
 * <pre>
 *  0 "BLKHDSEA"   8 u32 version   12 u32 bytes of the manifest (at most 64 KiB)
 * 16 identity of the image, 16 bytes   32 key, 32 bytes
 * 64 u32 number of pages   68 u32 0
 * 72 for each page, by ascending address: u32 address, plus the ordinal of its {@link PageKind}
 *    manifest
 *    pages, 4096 bytes each
 *    CRC-32C of all before
 * </pre>
 * The checksum finds accidents. A digest would find no more: whoever can change the file could change that as well, and what a module may do follows from its manifest, not from its code. It would cost 20 times as much.
 */
final class SealedModuleFormat {
    static final byte[] MAGIC = {'B', 'L', 'K', 'H', 'D', 'S', 'E', 'A'};
    static final int VERSION = 2;
    static final int IDENTITY_SIZE = 16;
    static final int KEY_SIZE = 32;
    static final int MANIFEST_LIMIT = 64 << 10;
    /** Most pages: the module area's, and as many again in the image. */
    static final int PAGE_LIMIT = (int) (2 * (AddressSpaceLayout.MODULE_END - AddressSpaceLayout.MODULE_START) / SealedPage.SIZE);

    private SealedModuleFormat() {}
}
