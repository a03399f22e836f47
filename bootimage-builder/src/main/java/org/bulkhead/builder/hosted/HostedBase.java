package org.bulkhead.builder.hosted;

import java.util.ArrayList;
import java.util.List;
import org.bulkhead.builder.link.ElfFile;
import org.bulkhead.vm.compiler.Routine;
import org.bulkhead.vm.linker.Section;
import org.bulkhead.vm.linker.WorldLinker;
import org.bulkhead.vm.linker.module.Place;
import org.bulkhead.vm.linker.module.SealedModule;
import org.bulkhead.vm.linker.module.SealedPage;

/**
 * A hosted image without a program, to which one module adds its own: what a booted image and its loader are on the real machine.
 *
 * @param linker knows where everything lies
 * @param model what modules are linked against
 */
public record HostedBase(WorldLinker linker, byte[] model) {
    /** Returns an executable with the pages of a module that was linked against this base. */
    public byte[] with(SealedModule module) {
        List<ElfFile.Segment> segments = new ArrayList<>();
        segments.add(segment(linker.code(), ElfFile.Access.CODE, module));
        segments.add(segment(linker.metadata(), ElfFile.Access.READ_ONLY, module));
        segments.add(segment(linker.data(), ElfFile.Access.DATA, module));
        Section section = null;
        ElfFile.Access last = null;
        for (SealedPage page : module.pages()) {
            if (Place.of(page.address()) == Place.MODULE) {
                ElfFile.Access access = access(page);
                if (section == null || last != access || section.end() != page.address()) {
                    section = new Section(page.address());
                    segments.add(new ElfFile.Segment(section, access));
                    last = access;
                }
                section.append(page.content());
            }
        }
        return ElfFile.of(segments, linker.routineAddress(Routine.LINUX_START));
    }

    private static ElfFile.Access access(SealedPage page) {
        return switch (page.kind()) {
            case CODE -> ElfFile.Access.CODE;
            case METADATA -> ElfFile.Access.READ_ONLY;
            case DATA -> ElfFile.Access.DATA;
        };
    }

    /** Returns a section of the base with the pages that the module replaces. */
    private static ElfFile.Segment segment(Section original, ElfFile.Access access, SealedModule module) {
        Section changed = new Section(original.address());
        changed.append(original.toBytes());
        for (SealedPage page : module.pages()) {
            if (page.address() >= original.address() && page.address() < original.end()) {
                changed.align(SealedPage.SIZE);
                changed.put(page.address(), page.content());
            }
        }
        return new ElfFile.Segment(changed, access);
    }
}
