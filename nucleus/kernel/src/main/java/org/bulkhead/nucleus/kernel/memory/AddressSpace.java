package org.bulkhead.nucleus.kernel.memory;

import static org.bulkhead.nucleus.kernel.memory.PageEntry.*;

import org.bulkhead.nucleus.abi.AddressSpaceLayout;
import org.bulkhead.nucleus.kernel.hardware.Hardware;
import org.bulkhead.vm.magic.Address;
import org.bulkhead.vm.magic.Magic;

/**
 * The memory of one isolate: the shared image, and its own pages, which come when they are first touched: zeroed ones in the heap and the stack, copies in the image's data.
 *
 * <p>Every page counts against the isolate's quota, page tables included. Methods that need memory return 0 or false when they cannot have it, and {@link #failure()} then says why.
 */
public final class AddressSpace {
    /** What an access does. */
    public enum Access { READ, WRITE }

    /** Why an address could not be resolved. */
    public enum Failure { FORBIDDEN, QUOTA, NO_FRAME }

    private static final int GIGABYTES = 4;
    private static final long WINDOW = AddressSpaceLayout.PHYSICAL_WINDOW;

    private final Hardware hardware;
    private final PageFrames frames;
    private final SharedTables shared;
    private final int owner;
    private long root, directories, heapEnd;
    private int quota, pages;
    private Failure failure = Failure.FORBIDDEN;

    /** An address space whose frames belong to {@code owner}. */
    public AddressSpace(Hardware hardware, PageFrames frames, SharedTables shared, int owner) {
        this.hardware = hardware;
        this.frames = frames;
        this.shared = shared;
        this.owner = owner;
    }

    /** Makes the space: the image, an empty heap of up to {@code heapPages}, an empty stack. Returns whether there was memory. */
    public boolean create(int heapPages, int quota) {
        this.quota = quota;
        this.heapEnd = AddressSpaceLayout.HEAP_START + (long) heapPages * Window.PAGE;
        root = allocate();
        directories = root == 0 ? 0 : allocate();
        long image = directories == 0 ? 0 : allocate();
        if (image == 0) {
            destroy();
            return false;
        }
        Window.copyFrame(shared.imageDirectory(), image);
        Window.store(directories, image | TABLE | OWNED);
        shared.linkRoot(root, directories);
        return true;
    }

    /** Gives all private memory back. It must not be the current address space. */
    public void destroy() {
        if (directories != 0) {
            for (int i = 0; i < GIGABYTES; i++) freeLevel(Window.load(directories + (long) i * Long.BYTES), PageEntry.LOG_TABLE);
            giveBack(directories);
        }
        if (root != 0) giveBack(root);
        root = 0;
        directories = 0;
    }

    /** Frees what an entry points to, if it is owned: a directory's tables, a table's pages, then itself. Three levels deep at most. */
    private void freeLevel(long entry, int log) {
        if ((entry & OWNED) == 0) return;
        long table = entry & FRAME;
        Address entries = Address.fromLong(Window.at(table));
        for (int i = 0; log >= PageEntry.LOG_PAGE && i < Window.PAGE; i += Long.BYTES) {
            long below = entries.loadLong(i);
            if ((below & OWNED) != 0) freeLevel(below, log == PageEntry.LOG_TABLE ? PageEntry.LOG_PAGE : 0);
        }
        giveBack(table);
    }

    /** Returns a zeroed frame charged to the isolate, or 0. */
    public long allocate() {
        if (pages >= quota) {
            failure = Failure.QUOTA;
            return 0;
        }
        long frame = frames.allocate(owner);
        if (frame == 0) {
            failure = Failure.NO_FRAME;
            return 0;
        }
        pages++;
        return frame;
    }

    /** Gives back a frame of {@link #allocate()}. */
    public void giveBack(long frame) {
        frames.free(frame, owner);
        pages--;
    }

    /** Returns where the nucleus sees the isolate's {@code address}, fetching the page if the isolate may have it; 0 if it may not do that there. */
    public long resolve(long address, Access access) {
        if (address >>> 32 != 0) return refuse();
        long slot = entrySlot(address);
        long entry = slot == 0 ? 0 : Address.fromLong(WINDOW + slot).loadLong();
        if ((entry & PRESENT) == 0) {
            if (!isOnDemand(address)) return refuse();
            entry = demandZero(address);
        } else if ((entry & USER) == 0) {
            return refuse();
        } else if (access == Access.WRITE && (entry & WRITABLE) == 0) {
            if ((entry & COPY_ON_WRITE) == 0) return refuse();
            entry = copyPage(address, entry);
        }
        return entry == 0 ? 0 : WINDOW + (entry & FRAME) + (address & Window.PAGE - 1);
    }

    private long refuse() {
        failure = Failure.FORBIDDEN;
        return 0;
    }

    /** Returns where the nucleus sees the isolate's {@code address} if that page is there, else 0. Changes nothing. */
    public long peek(long address) {
        if (address >>> 32 != 0 || root == 0) return 0;
        long slot = entrySlot(address);
        long entry = slot == 0 ? 0 : Address.fromLong(WINDOW + slot).loadLong();
        return (entry & (PRESENT | USER)) != (PRESENT | USER) ? 0 : Window.at((entry & FRAME) + (address & Window.PAGE - 1));
    }

    private boolean isOnDemand(long address) {
        return address >= AddressSpaceLayout.HEAP_START && address < heapEnd
            || address >= AddressSpaceLayout.STACK_START && address < AddressSpaceLayout.STACK_END;
    }

    /** Returns the physical address of the page-table entry of an address below 4 GiB, or 0 if it has no page table. */
    private long entrySlot(long address) {
        // Without the helpers that all else uses: every look of the nucleus at an isolate's memory comes through here.
        long directory = Address.fromLong(WINDOW + directories + (address >>> PageEntry.LOG_DIRECTORY << 3)).loadLong();
        if ((directory & PRESENT) == 0) return 0;
        long table = Address.fromLong(WINDOW + (directory & FRAME) + (address >>> PageEntry.LOG_TABLE << 3 & PageEntry.OFFSETS)).loadLong();
        return (table & PRESENT) == 0 ? 0 : (table & FRAME) + (address >>> PageEntry.LOG_PAGE << 3 & PageEntry.OFFSETS);
    }

    private long demandZero(long address) {
        long directory = tableBelow(directories + PageEntry.offset(address, PageEntry.LOG_DIRECTORY));
        long table = directory == 0 ? 0 : tableBelow(directory + PageEntry.offset(address, PageEntry.LOG_TABLE));
        long frame = table == 0 ? 0 : allocate();
        if (frame == 0) return 0;
        long entry = frame | PRESENT | WRITABLE | USER | NO_EXECUTE | OWNED;
        Window.store(table + PageEntry.offset(address, PageEntry.LOG_PAGE), entry);
        return entry;
    }

    private long tableBelow(long slot) {
        long entry = Window.load(slot);
        if ((entry & PRESENT) == 0) {
            long frame = allocate();
            if (frame == 0) return 0;
            entry = frame | TABLE | OWNED;
            Window.store(slot, entry);
        }
        return entry & FRAME;
    }

    private long copyPage(long address, long original) {
        long tableSlot = (Window.load(directories) & FRAME) + PageEntry.offset(address, PageEntry.LOG_TABLE);
        long table = Window.load(tableSlot);
        if ((table & OWNED) == 0) {
            long own = allocate();
            if (own == 0) return 0;
            Window.copyFrame(table & FRAME, own);
            table = own | TABLE | OWNED;
            Window.store(tableSlot, table);
        }
        long frame = allocate();
        if (frame == 0) return 0;
        Window.copyFrame(original & FRAME, frame);
        long entry = frame | PRESENT | WRITABLE | USER | NO_EXECUTE | OWNED;
        Window.store((table & FRAME) + PageEntry.offset(address, PageEntry.LOG_PAGE), entry);
        // The processor may remember the shared page, or the shared table.
        hardware.invalidate(address);
        return entry;
    }

    /** Fetches every page of a range; returns whether the isolate may do that with all of it. */
    public boolean prepare(long address, long length, Access access) {
        if (length < 0 || length > AddressSpaceLayout.USER_END || address >>> 32 != 0) {
            refuse();
            return false;
        }
        for (long page = address & -Window.PAGE; page < address + length; page += Window.PAGE) {
            if (resolve(page, access) == 0) return false;
        }
        return true;
    }

    /** Copies from the isolate to the nucleus; returns whether all of it was readable. */
    public boolean copyIn(long from, long to, long length) { return copy(from, to, length, Access.READ); }

    /** Copies from the nucleus to the isolate; returns whether all of it was writable. */
    public boolean copyOut(long from, long to, long length) { return copy(to, from, length, Access.WRITE); }

    private boolean copy(long address, long nucleus, long length, Access access) {
        long done = 0;
        while (done < length) {
            long place = resolve(address + done, access);
            if (place == 0) return false;
            long count = min(length - done, restOfPage(place));
            Address here = Address.fromLong(place), there = Address.fromLong(nucleus + done);
            Magic.copy(access == Access.READ ? here : there, access == Access.READ ? there : here, count);
            done += count;
        }
        return true;
    }

    /** Copies from this isolate to another; returns the bytes done, fewer than {@code length} where this one cannot be read or the other not be written. */
    public long copyTo(AddressSpace other, long from, long to, long length) {
        long done = 0;
        while (done < length) {
            long source = resolve(from + done, Access.READ);
            if (source == 0) break;
            long count = min(length - done, restOfPage(source));
            if (!other.copyOut(source, to + done, count)) break;
            done += count;
        }
        return done;
    }

    private static long restOfPage(long address) { return Window.PAGE - (address & Window.PAGE - 1); }

    private static long min(long a, long b) { return a < b ? a : b; }

    /** Returns whether a range lies in the heap window, within the isolate's limit. */
    public boolean inHeap(long address, long length) { return address >= AddressSpaceLayout.HEAP_START && length >= 0 && address <= heapEnd && length <= heapEnd - address; }

    /** Gives back the pages that lie wholly in a range of the heap; they read as zero when touched again. */
    public void release(long address, long length) {
        long end = address + length & -Window.PAGE;
        for (long page = address + Window.PAGE - 1 & -Window.PAGE; page < end; page += Window.PAGE) {
            long slot = entrySlot(page);
            if (slot == 0) continue;
            long entry = Window.load(slot);
            if ((entry & OWNED) != 0) {
                Window.store(slot, 0);
                hardware.invalidate(page);
                giveBack(entry & FRAME);
            }
        }
    }

    /** Returns whether the isolate has written the image page at {@code address}. */
    public boolean hasOwnCopy(long address) {
        long slot = entrySlot(address);
        return slot != 0 && (Window.load(slot) & OWNED) != 0;
    }

    /** Returns the physical address of the root, 0 if there is no space now. */
    public long root() { return root; }

    /** Returns why the last method that failed did so. */
    public Failure failure() { return failure; }

    /** Returns the frames in use, page tables included. */
    public int pages() { return pages; }

    public int quota() { return quota; }
}
