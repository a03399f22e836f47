package org.bulkhead.vm.linker.module;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32C;
import java.util.zip.Checksum;
import org.bulkhead.vm.linker.Section;

/**
 * A module that is ready to be mapped.
 *
 * @param identity identity of the image that it was linked against
 * @param key what it was made from: equal keys, equal modules (see {@link ModuleKey})
 * @param manifest what the isolate asks for, in the encoding of manifests; empty for a program without one
 * @param pages by ascending address
 */
public record SealedModule(byte[] identity, byte[] key, byte[] manifest, List<SealedPage> pages) {
    /** Bytes by which a sealed module is told from other files. */
    public static final int MAGIC_SIZE = SealedModuleFormat.MAGIC.length;

    /** Returns whether a file that begins with these {@link #MAGIC_SIZE} bytes says that it is a sealed module, damaged or not. */
    public static boolean isBegunBy(byte[] beginning) {
        return Arrays.equals(SealedModuleFormat.MAGIC, beginning);
    }

    /**
     * Reads the bytes of a file.
     *
     * @throws ModuleFormatProblem if they are not those of an undamaged sealed module
     */
    public static SealedModule read(byte[] file) {
        try {
            SealedModuleInput in = new SealedModuleInput(new ByteArrayInputStream(file));
            List<SealedPage> pages = new ArrayList<>();
            for (SealedPage page = in.next(); page != null; page = in.next()) {
                pages.add(page);
            }
            return new SealedModule(in.identity(), in.key(), in.manifest(), List.copyOf(pages));
        } catch (IOException e) {
            throw new ModuleFormatProblem("the sealed module cannot be read: " + e.getMessage());
        }
    }

    /** Returns the bytes of a file, as {@link SealedModuleFormat} draws it. */
    public byte[] toBytes() {
        Section out = new Section(0);
        pieces().forEach(out::append);
        return out.toBytes();
    }

    /** Returns the same bytes in pieces, of which each page is one, that are not to be changed. */
    public List<byte[]> pieces() {
        Section beginning = new Section(0);
        beginning.append(SealedModuleFormat.MAGIC);
        beginning.appendInt(SealedModuleFormat.VERSION);
        beginning.appendInt(manifest.length);
        beginning.append(identity);
        beginning.append(key);
        beginning.appendInt(pages.size());
        beginning.appendInt(0);
        pages.forEach(page -> beginning.appendInt(page.address() | page.kind().ordinal()));
        beginning.append(manifest);
        List<byte[]> pieces = new ArrayList<>(List.of(beginning.toBytes()));
        pages.forEach(page -> pieces.add(page.content()));
        Checksum checksum = new CRC32C();
        pieces.forEach(checksum::update);
        Section end = new Section(0);
        end.appendInt((int) checksum.getValue());
        pieces.add(end.toBytes());
        return pieces;
    }

    /** Returns the number of pages of a kind that are the module's own, or with {@code replaced} that take the place of the image's. */
    public long count(PageKind kind, Place place) {
        return pages.stream().filter(page -> page.kind() == kind && Place.of(page.address()) == place).count();
    }
}
