package org.bulkhead.vm.runtime.memory;

import org.bulkhead.vm.magic.Address;
import org.bulkhead.vm.magic.Magic;
import org.bulkhead.vm.magic.NoStackProbe;
import org.bulkhead.vm.runtime.ImageInfo;
import org.bulkhead.vm.runtime.exceptions.CodeTable;
import org.bulkhead.vm.runtime.layout.ObjectLayout;
import org.bulkhead.vm.runtime.platform.Platform;
import org.bulkhead.vm.runtime.platform.PlatformHolder;

/** The roots of a running program: the frames of its stack, its static fields, and the image objects it may have written to. */
@NoStackProbe
final class ProgramRoots implements Roots {
    private static final long PAGE_SIZE = 4096;
    private static final long PAGE_MASK = -PAGE_SIZE;

    @Override
    public void forwardAll(Collector collector) {
        forwardFrames(collector, Magic.framePointer());
        forwardStatics(collector);
        forwardImage(collector);
    }

    private static void forwardFrames(Collector collector, Address innermost) {
        Address callee = innermost;
        for (Address pc = callee.loadAddress(Long.BYTES); !pc.isZero(); pc = callee.loadAddress(Long.BYTES)) {
            Address frame = callee.loadAddress(0);
            Address entry = CodeTable.find(pc.minus(1));
            if (entry.isZero()) {
                PlatformHolder.platform().fatal("the collector met a frame of no known method", pc, frame);
            }
            if (!CodeTable.forwardSlots(collector, entry, pc, frame)) {
                PlatformHolder.platform().fatal("the collector met a frame that is not at a safepoint", pc, frame);
            }
            callee = frame;
        }
    }

    private static void forwardStatics(Collector collector) {
        Address end = Address.fromInt(ImageInfo.staticReferencesEnd);
        for (Address each = Address.fromInt(ImageInfo.staticReferencesStart); each.below(end); each = each.plus(ObjectLayout.REFERENCE_SIZE)) {
            collector.forward(each);
        }
    }

    /** Looks for references in those image objects that reach into a page this program may have written to. */
    private static void forwardImage(Collector collector) {
        Platform platform = PlatformHolder.platform();
        platform.prepareWrittenPages();
        Address end = Address.fromInt(ImageInfo.heapReferencesEnd);
        Address starts = Address.fromInt(ImageInfo.heapPages);
        Address done = Address.fromInt(ImageInfo.heapStart);
        for (Address page = done.and(PAGE_MASK); page.below(end); page = page.plus(PAGE_SIZE)) {
            if (platform.mayHaveWritten(page)) {
                Address pageEnd = page.plus(PAGE_SIZE);
                Address object = starts.loadReference(0);
                if (object.below(done)) {
                    object = done;
                }
                while (object.below(pageEnd) && object.below(end)) {
                    object = collector.scan(object);
                }
                done = object;
            }
            starts = starts.plus(Integer.BYTES);
        }
    }
}
