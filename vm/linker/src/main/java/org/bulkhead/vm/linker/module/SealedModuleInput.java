package org.bulkhead.vm.linker.module;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.zip.CRC32C;
import java.util.zip.Checksum;

/**
 * Reads a sealed module page by page: one that is larger than the reader's memory can still be mapped.
 *
 * <p>Whether the file is undamaged is known only when {@link #next} has returned null: what was made of the pages until then must not be used before.
 */
public final class SealedModuleInput {
    private static final int KIND_MASK = 3;

    private final InputStream in;
    private final Checksum checksum = new CRC32C();
    private final byte[] identity;
    private final byte[] key;
    private final byte[] manifest;
    private final int[] places;
    private int next;

    /**
     * Reads what comes before the pages.
     *
     * @throws ModuleFormatProblem if it is not the beginning of a sealed module
     */
    public SealedModuleInput(InputStream in) throws IOException {
        this.in = in;
        if (!Arrays.equals(SealedModuleFormat.MAGIC, read(SealedModuleFormat.MAGIC.length))) {
            throw new ModuleFormatProblem("this is no sealed module: make one with bulkhead module build");
        }
        int version = readInt();
        if (version != SealedModuleFormat.VERSION) {
            throw new ModuleFormatProblem("the sealed module has version " + version + ", not " + SealedModuleFormat.VERSION + ": make it again from its jar");
        }
        int manifestSize = readCount("bytes of manifest", SealedModuleFormat.MANIFEST_LIMIT);
        identity = read(SealedModuleFormat.IDENTITY_SIZE);
        key = read(SealedModuleFormat.KEY_SIZE);
        places = new int[readCount("pages", SealedModuleFormat.PAGE_LIMIT)];
        readInt();
        for (int i = 0; i < places.length; i++) {
            places[i] = readInt();
            int place = places[i] & ~KIND_MASK;
            if ((place & SealedPage.SIZE - 1) != 0 || place <= 0 || i > 0 && place <= (places[i - 1] & ~KIND_MASK) || (places[i] & KIND_MASK) >= PageKind.values().length) {
                throw damaged("page " + i + " lies at " + Integer.toHexString(places[i]));
            }
        }
        manifest = read(manifestSize);
    }

    private static ModuleFormatProblem damaged(String what) {
        return new ModuleFormatProblem("the sealed module is damaged: " + what + "; make it again from its jar");
    }

    private byte[] read(int count) throws IOException {
        byte[] bytes = in.readNBytes(count);
        if (bytes.length < count) {
            throw new ModuleFormatProblem("the sealed module is truncated: make it again from its jar");
        }
        checksum.update(bytes);
        return bytes;
    }

    private int readInt() throws IOException {
        byte[] bytes = read(Integer.BYTES);
        return bytes[0] & 0xFF | (bytes[1] & 0xFF) << 8 | (bytes[2] & 0xFF) << 16 | bytes[3] << 24;
    }

    private int readCount(String what, int limit) throws IOException {
        int count = readInt();
        if (count < 0 || count > limit) {
            throw damaged("it says to have " + Integer.toUnsignedString(count) + " " + what + ", more than the " + limit + " allowed");
        }
        return count;
    }

    /** Returns the identity of the image that the module was linked against. */
    public byte[] identity() {
        return identity.clone();
    }

    /** Returns the key of what the module was made from. */
    public byte[] key() {
        return key.clone();
    }

    /** Returns the manifest, empty if there is none. */
    public byte[] manifest() {
        return manifest.clone();
    }

    /** Returns the number of pages. */
    public int pageCount() {
        return places.length;
    }

    /**
     * Returns the next page, or null after the last, once the checksum has shown that all of them are as they were written.
     *
     * @throws ModuleFormatProblem if the file is truncated or damaged
     */
    public SealedPage next() throws IOException {
        if (next < places.length) {
            int place = places[next++];
            return new SealedPage(place & ~KIND_MASK, PageKind.values()[place & KIND_MASK], read(SealedPage.SIZE));
        }
        int expected = (int) checksum.getValue();
        if (readInt() != expected) {
            throw damaged("its checksum does not match");
        }
        return null;
    }
}
