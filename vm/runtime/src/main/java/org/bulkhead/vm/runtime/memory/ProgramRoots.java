package org.bulkhead.vm.runtime.memory;

import org.bulkhead.vm.magic.Address;
import org.bulkhead.vm.magic.Magic;
import org.bulkhead.vm.magic.NoStackProbe;
import org.bulkhead.vm.runtime.ImageInfo;
import org.bulkhead.vm.runtime.exceptions.CodeTable;
import org.bulkhead.vm.runtime.layout.ObjectLayout;
import org.bulkhead.vm.runtime.platform.Platform;
import org.bulkhead.vm.runtime.platform.PlatformHolder;
import org.bulkhead.vm.runtime.thread.SavedStacks;
import org.bulkhead.vm.runtime.thread.Threads;

/** The roots of a running program: the frames of its stack, its static fields, and the objects of image and module it may have written to. */
@NoStackProbe
final class ProgramRoots implements Roots {
    private static final long PAGE_SIZE = 4096;
    private static final long PAGE_MASK = -PAGE_SIZE;

    @Override
    public void forwardAll(Collector collector) {
        ReferenceFields.describe(collector.references());
        forwardFrames(collector, Magic.framePointer(), 0);
        forwardSavedStacks(collector);
        forwardStatics(collector, Address.fromInt(ImageInfo.staticReferencesStart), Address.fromInt(ImageInfo.staticReferencesEnd));
        forwardStatics(collector, Address.fromInt(ImageInfo.moduleStaticReferencesStart), Address.fromInt(ImageInfo.moduleStaticReferencesEnd));
        PlatformHolder.platform().prepareWrittenPages();
        forwardWritten(collector, Address.fromInt(ImageInfo.heapStart), Address.fromInt(ImageInfo.heapReferencesEnd), Address.fromInt(ImageInfo.heapPages));
        forwardWritten(collector, Address.fromInt(ImageInfo.moduleHeapStart), Address.fromInt(ImageInfo.moduleHeapReferencesEnd), Address.fromInt(ImageInfo.moduleHeapPages));
    }

    private static void forwardSavedStacks(Collector collector) {
        for (Address block = Threads.stacks().first(); !block.isZero(); block = SavedStacks.next(block)) {
            Address innermost = SavedStacks.innermost(block);
            if (!innermost.isZero()) {
                forwardFrames(collector, innermost, SavedStacks.displacement(block));
            }
        }
    }

    /** Forwards what the frames from {@code innermost} on hold, which lie at their addresses plus {@code displacement}. */
    private static void forwardFrames(Collector collector, Address innermost, long displacement) {
        Address callee = innermost.plus(displacement);
        for (Address pc = callee.loadAddress(Long.BYTES); !pc.isZero(); pc = callee.loadAddress(Long.BYTES)) {
            Address frame = callee.loadAddress(0).plus(displacement);
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

    private static void forwardStatics(Collector collector, Address start, Address end) {
        for (Address each = start; each.below(end); each = each.plus(ObjectLayout.REFERENCE_SIZE)) {
            collector.forward(each);
        }
    }

    /** Looks for references in those objects of the image or the module, from {@code start} on, that reach into a page this program may have written to; {@code heapPages} as in {@link ImageInfo}. */
    private static void forwardWritten(Collector collector, Address start, Address end, Address heapPages) {
        Platform platform = PlatformHolder.platform();
        Address starts = heapPages;
        Address done = start;
        for (Address page = done.and(PAGE_MASK); page.below(end); page = page.plus(PAGE_SIZE)) {
            if (platform.mayHaveWritten(page)) {
                Address pageEnd = page.plus(PAGE_SIZE);
                Address object = starts.loadReference(0);
                // What reaches over from the page before was looked into there, but for arrays: of those each page has its part.
                if (object.below(done) && !Collector.isReferenceArray(object)) {
                    object = done;
                }
                while (object.below(pageEnd) && object.below(end)) {
                    object = collector.scan(object, page, pageEnd);
                }
                done = object;
            }
            starts = starts.plus(Integer.BYTES);
        }
    }
}
