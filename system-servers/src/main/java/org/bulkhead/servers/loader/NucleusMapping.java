package org.bulkhead.servers.loader;

import java.io.IOException;
import org.bulkhead.isolate.call.Handle;
import org.bulkhead.isolate.call.ModulePage;
import org.bulkhead.isolate.supervision.ModuleMaker;
import org.bulkhead.vm.linker.module.PageKind;
import org.bulkhead.vm.linker.module.SealedPage;

/** Hands the pages of modules to the nucleus. */
final class NucleusMapping implements Mapping {
    private final ModuleMaker maker = new ModuleMaker();

    @Override
    public Handle map(Pages pages) throws IOException {
        maker.begin();
        try {
            for (SealedPage each = pages.next(); each != null; each = pages.next()) {
                maker.page(each.address(), kind(each.kind()), each.content(), 0, SealedPage.SIZE);
            }
            return maker.seal();
        } finally {
            // Of a sealed module nothing is left to give up.
            maker.abandon();
        }
    }

    private static ModulePage kind(PageKind kind) {
        return switch (kind) {
            case CODE -> ModulePage.CODE;
            case METADATA -> ModulePage.METADATA;
            case DATA -> ModulePage.DATA;
        };
    }
}
