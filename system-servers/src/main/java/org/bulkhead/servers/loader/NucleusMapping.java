package org.bulkhead.servers.loader;

import java.io.IOException;
import org.bulkhead.isolate.call.Handle;
import org.bulkhead.isolate.call.ModulePage;
import org.bulkhead.isolate.call.NucleusException;
import org.bulkhead.isolate.supervision.ModuleMaker;
import org.bulkhead.modules.ModuleException;
import org.bulkhead.vm.linker.module.PageKind;
import org.bulkhead.vm.linker.module.SealedPage;

/** Hands the pages of modules to the nucleus. */
final class NucleusMapping implements Mapping {
    private final ModuleMaker maker = new ModuleMaker();

    @Override
    public Handle map(Pages pages) throws ModuleException, IOException {
        int mapped = 0;
        try {
            maker.begin();
            for (SealedPage each = pages.next(); each != null; each = pages.next()) {
                maker.page(each.address(), kind(each.kind()), each.content(), 0, SealedPage.SIZE);
                mapped++;
            }
            return maker.seal();
        } catch (NucleusException e) {
            throw refusal(e, mapped);
        } finally {
            // Of a sealed module nothing is left to give up.
            maker.abandon();
        }
    }

    /** Returns what there is too little of for a module of which so many pages had room, and who could give some back. */
    private static ModuleException refusal(NucleusException refusal, int mapped) {
        return switch (refusal.code()) {
            case NO_RESOURCE -> new ModuleException("there is room for " + mapped + " of its pages only: a module has at most 64 MiB, and all have at most half of the memory; uninstall another program", refusal);
            case NO_MEMORY -> new ModuleException("there is memory for " + mapped + " of its pages only: uninstall another program, or take one down", refusal);
            default -> throw refusal;
        };
    }

    private static ModulePage kind(PageKind kind) {
        return switch (kind) {
            case CODE -> ModulePage.CODE;
            case METADATA -> ModulePage.METADATA;
            case DATA -> ModulePage.DATA;
        };
    }
}
