package org.bulkhead.vm.linker.module;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bulkhead.vm.linker.Digest;
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
    /** Returns whether a file says that it is a sealed module, damaged or not. */
    public static boolean isBegunBy(byte[] file) {
        int length = SealedModuleFormat.MAGIC.length;
        return file.length >= length && Arrays.equals(SealedModuleFormat.MAGIC, Arrays.copyOf(file, length));
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
        out.append(SealedModuleFormat.MAGIC);
        out.appendInt(SealedModuleFormat.VERSION);
        out.appendInt(manifest.length);
        out.append(identity);
        out.append(key);
        out.appendInt(pages.size());
        out.appendInt(0);
        pages.forEach(page -> out.appendInt(page.address() | page.kind().ordinal()));
        out.append(manifest);
        pages.forEach(page -> out.append(page.content()));
        out.append(new Digest().add(out.toBytes()).finish());
        return out.toBytes();
    }

    /** Returns the number of pages of a kind that are the module's own, or with {@code replaced} that take the place of the image's. */
    public long count(PageKind kind, Place place) {
        return pages.stream().filter(page -> page.kind() == kind && Place.of(page.address()) == place).count();
    }
}
