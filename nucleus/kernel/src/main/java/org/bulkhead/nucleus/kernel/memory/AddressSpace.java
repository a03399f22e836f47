package org.bulkhead.nucleus.kernel.memory;

import org.bulkhead.nucleus.abi.*;
import org.bulkhead.nucleus.kernel.hardware.*;
import org.bulkhead.vm.magic.*;

/**
 * The memory of one isolate: the shared image, and its own pages, which come when they are first touched: zeroed ones in the heap and the stack, copies in the image's data.
 *
 * <p>Every page counts against the isolate's quota, page tables included. Methods that need memory return 0 or false when they cannot have it, and {@link #refusal} then says why.
 */
public final class AddressSpace {
    /** What an access does. */
    public enum Access { READ, WRITE }

    private static final int GIGABYTES = 4;
    /** Of page tables, the root included. */
    private static final int LEVELS = 4;
    /** Leases that can be mapped at the same time; a power of two. */
    private static final int LEASES = 256;
    private static final long NO_PAGE = -1;
    private static final long WINDOW = AddressSpaceLayout.PHYSICAL_WINDOW;

    private final Hardware hardware;
    private final PageFrames frames;
    private final int owner;
    /** Marks the entries of what is the space's own: OWNED, OF_MODULE or OF_IMAGE. */
    private final long own;
    /** Physical address of the root, 0 if there is no space now. */
    public long root;
    private long directories;
    /** The page of the isolate's own that held its last message, and where the nucleus sees it; {@link #NO_PAGE} once pages have been given back. */
    private long messagePage = NO_PAGE;
    private long messagePlace;
    private long heapEnd;
    private long leasesTaken;
    public int quota;
    /** Frames in use, page tables included. */
    public int pages;
    /** Why the last method that failed did so: BAD_ADDRESS, NO_RESOURCE (the quota is used up) or NO_MEMORY. */
    public ErrorCode refusal = ErrorCode.BAD_ADDRESS;

    /** An address space whose frames belong to {@code owner}, and are marked with {@code own}. */
    public AddressSpace(Hardware hardware, PageFrames frames, int owner, long own) {
        this.hardware = hardware;
        this.frames = frames;
        this.owner = owner;
        this.own = own;
    }

    /** Makes the space: a module, or the image alone, an empty heap of up to {@code heapPages}, an empty stack. Returns whether there was memory. */
    public boolean create(int heapPages, int pageQuota, AddressSpace module) {
        quota = pageQuota;
        heapEnd = AddressSpaceLayout.HEAP_START + (long) heapPages * Window.PAGE;
        root = allocate();
        if (root != 0) {
            Window.copyFrame(module.root, root);
        }
        directories = root == 0 ? 0 : tableBelow(root);
        if (directories == 0 || tableBelow(directories) == 0) {
            destroy();
            return false;
        }
        return true;
    }

    /** Makes the space of the image alone, in which the nucleus begins: the first of all, with the window on physical memory, which the boot loader has made. There must be memory. */
    public void create(BootInfo image) {
        quota = Integer.MAX_VALUE;
        root = allocate();
        directories = tableBelow(root);
        Window.store(root + PageEntry.offset(WINDOW, PageEntry.LOG_ROOT), image.windowEntry());
        for (int i = 0; i < image.sections(); i++) {
            for (long page = image.start(i); page < image.end(i); page += Window.PAGE) {
                map(page, page, Window.PAGE, PageEntry.OF_KIND[image.kind(i)]);
            }
        }
    }

    /** Gives all private memory back. It must not be the current address space. */
    public void destroy() {
        if (root != 0) {
            free(root, LEVELS);
        }
        root = 0;
        directories = 0;
    }

    /** Frees a frame, and first what lies {@code levels} of tables below it and is owned. */
    private void free(long frame, int levels) {
        Address table = Address.fromLong(Window.at(frame));
        // What isolates can name is all in the first few entries of the upper two levels.
        int end = levels == 0 ? 0 : levels > 2 ? GIGABYTES * Long.BYTES : Window.PAGE;
        for (int i = 0; i < end; i += 4 * Long.BYTES) {
            // Most entries are empty, so four are looked at together.
            if (((table.loadLong(i) | table.loadLong(i + 8) | table.loadLong(i + 16) | table.loadLong(i + 24)) & own) == 0) continue;
            for (int j = i; j < i + 4 * Long.BYTES; j += Long.BYTES) {
                if ((table.loadLong(j) & own) != 0) {
                    free(table.loadLong(j) & PageEntry.FRAME, levels - 1);
                }
            }
        }
        giveBack(frame);
    }

    /** Returns a zeroed frame charged to the isolate, or 0. */
    public long allocate() {
        if (pages >= quota) return refuse(ErrorCode.NO_RESOURCE);
        long frame = frames.allocate(owner);
        if (frame == 0) return refuse(ErrorCode.NO_MEMORY);
        pages++;
        return frame;
    }

    /** Gives back a frame of {@link #allocate()}. */
    public void giveBack(long frame) {
        messagePage = NO_PAGE;
        frames.free(frame, owner);
        pages--;
    }

    /** Returns where the nucleus sees the isolate's {@code address}, fetching the page if the isolate may have it; 0 if it may not do that there. */
    public long resolve(long address, Access access) {
        if (address >>> 32 != 0) return refuse(ErrorCode.BAD_ADDRESS);
        long slot = entrySlot(address);
        long entry = slot == 0 ? 0 : Address.fromLong(WINDOW + slot).loadLong();
        if ((entry & PageEntry.PRESENT) == 0) {
            entry = isOnDemand(address) ? ownPage(address, 0, PageEntry.OWN_PAGE) : refuse(ErrorCode.BAD_ADDRESS);
        } else if ((entry & (PageEntry.USER | PageEntry.FOREIGN)) != PageEntry.USER) {
            return refuse(ErrorCode.BAD_ADDRESS);
        } else if (access == Access.WRITE && (entry & PageEntry.WRITABLE) == 0) {
            entry = (entry & PageEntry.COPY_ON_WRITE) != 0 ? ownPage(address, WINDOW + (entry & PageEntry.FRAME), PageEntry.OWN_PAGE) : refuse(ErrorCode.BAD_ADDRESS);
        }
        return entry == 0 ? 0 : WINDOW + (entry & PageEntry.FRAME) + (address & Window.PAGE - 1);
    }

    /**
     * Returns where the nucleus sees the isolate's message at {@code address}, a multiple of its size, so that it lies in one page; 0 if it may not do that there. One to be written must be in a page
     * of the space's own: that can be relied on as long as the isolate does not run.
     */
    public long message(long address, Access access) {
        long offset = address & Window.PAGE - 1;
        if ((offset & MessageLayout.SIZE - 1) != 0) return refuse(ErrorCode.BAD_ADDRESS);
        if (address - offset == messagePage) return messagePlace + offset;
        long place = resolve(address, access);
        if (place == 0) return 0;
        long entry = Window.load(entrySlot(address));
        if ((entry & PageEntry.OWN_WRITABLE) != PageEntry.OWN_WRITABLE) return access == Access.READ ? place : refuse(ErrorCode.BAD_ADDRESS);
        messagePage = address - offset;
        messagePlace = place - offset;
        return place;
    }

    private long refuse(ErrorCode code) {
        refusal = code;
        return 0;
    }

    /** Returns where the nucleus sees the isolate's {@code address} if that page is there, else 0. Changes nothing. */
    public long peek(long address) {
        if (address >>> 32 != 0 || root == 0) return 0;
        long entry = entry(address);
        boolean visible = (entry & (PageEntry.PRESENT | PageEntry.USER | PageEntry.FOREIGN)) == (PageEntry.PRESENT | PageEntry.USER);
        return visible ? Window.at((entry & PageEntry.FRAME) + (address & Window.PAGE - 1)) : 0;
    }

    private boolean isOnDemand(long address) {
        return address >= AddressSpaceLayout.HEAP_START && address < heapEnd
            || address >= AddressSpaceLayout.STACK_START && address < AddressSpaceLayout.STACK_END;
    }

    /** Returns the physical address of the page-table entry of an address below 4 GiB, or 0 if it has no page table. */
    private long entrySlot(long address) {
        // Without the helpers that all else uses: every look of the nucleus at an isolate's memory comes through here.
        long directory = Address.fromLong(WINDOW + directories + (address >>> PageEntry.LOG_DIRECTORY << 3)).loadLong();
        if ((directory & PageEntry.PRESENT) == 0) return 0;
        long table = Address.fromLong(WINDOW + (directory & PageEntry.FRAME) + (address >>> PageEntry.LOG_TABLE << 3 & PageEntry.OFFSETS)).loadLong();
        return (table & PageEntry.PRESENT) == 0 ? 0 : (table & PageEntry.FRAME) + (address >>> PageEntry.LOG_PAGE << 3 & PageEntry.OFFSETS);
    }

    /**
     * Copies a page at nucleus address {@code content} to one of {@link BootInfo.Kind}: one of a module's own, or in the place of one of the image of that kind that is not code. Returns whether there was memory,
     * and nothing else of its own there.
     */
    public boolean addPage(long address, int kind, long content) {
        boolean usable = (address & Window.PAGE - 1) == 0 && address >= 0 && address < AddressSpaceLayout.MODULE_END;
        long there = usable ? entry(address) & (PageEntry.PROTECTION | own) : 0;
        boolean free = address >= AddressSpaceLayout.MODULE_START ? there == 0 : there == PageEntry.OF_KIND[kind] && kind != BootInfo.Kind.CODE.ordinal();
        return usable && free ? ownPage(address, content, PageEntry.OF_KIND[kind] & ~PageEntry.GLOBAL) != 0 : refuse(ErrorCode.BAD_ADDRESS) != 0;
    }

    /** Gives the space a page of its own: a copy of what the nucleus sees at {@code content}, zero if that is 0. Returns its entry, or 0. */
    private long ownPage(long address, long content, long bits) {
        long table = tableOf(address);
        long frame = table == 0 ? 0 : allocate();
        if (frame == 0) return 0;
        if (content != 0) {
            Magic.copy(Address.fromLong(content), Address.fromLong(Window.at(frame)), Window.PAGE);
        }
        long entry = frame | bits | own;
        Window.store(table + PageEntry.offset(address, PageEntry.LOG_PAGE), entry);
        // The processor may remember the shared page, or the shared table.
        hardware.invalidate(address);
        return entry;
    }

    private long tableOf(long address) {
        long directory = tableBelow(directories + PageEntry.offset(address, PageEntry.LOG_DIRECTORY));
        return directory == 0 ? 0 : tableBelow(directory + PageEntry.offset(address, PageEntry.LOG_TABLE));
    }

    /** Returns the table that an entry points to, which is the space's own from now on: a new one, or a copy of one that is shared. */
    private long tableBelow(long slot) {
        long entry = Window.load(slot);
        if ((entry & own) != 0) return entry & PageEntry.FRAME;
        long frame = allocate();
        if (frame != 0) {
            if (entry != 0) {
                Window.copyFrame(entry & PageEntry.FRAME, frame);
            }
            Window.store(slot, frame | PageEntry.TABLE | own);
        }
        return frame;
    }

    /** Fetches every page of a range; returns whether the isolate may do that with all of it. */
    public boolean prepare(long address, long length, Access access) {
        if (length < 0 || length > AddressSpaceLayout.USER_END || address >>> 32 != 0) {
            return refuse(ErrorCode.BAD_ADDRESS) != 0;
        }
        for (long page = address & -Window.PAGE; page < address + length; page += Window.PAGE) {
            if (resolve(page, access) == 0) return false;
        }
        return true;
    }

    /** Copies from the isolate to the nucleus; returns whether all of it was readable. */
    public boolean copyIn(long from, long to, long length) {
        return copy(from, to, length, Access.READ);
    }

    /** Copies from the nucleus to the isolate; returns whether all of it was writable, else nothing has been copied. */
    public boolean copyOut(long from, long to, long length) {
        return prepare(to, length, Access.WRITE) && copy(to, from, length, Access.WRITE);
    }

    private boolean copy(long address, long nucleus, long length, Access access) {
        long done = 0;
        while (done < length) {
            long place = resolve(address + done, access);
            if (place == 0) return false;
            long count = Math.min(length - done, Window.PAGE - (place & Window.PAGE - 1));
            Address there = Address.fromLong(place);
            Address here = Address.fromLong(nucleus + done);
            Magic.copy(access == Access.READ ? there : here, access == Access.READ ? here : there, count);
            done += count;
        }
        return true;
    }

    /** Copies from this isolate to another; returns whether all of it was readable here and writable there, and stops where it is not. */
    public boolean copyTo(AddressSpace other, long from, long to, long length) {
        long done = 0;
        while (done < length) {
            long source = resolve(from + done, Access.READ);
            long count = Math.min(length - done, Window.PAGE - (source & Window.PAGE - 1));
            if (source == 0 || !other.copy(to + done, source, count, Access.WRITE)) return false;
            done += count;
        }
        return true;
    }

    /** Shows the isolate memory that is not its own, with entries of {@code bits}, at {@code address}, which has a page table of its own. Returns whether there was memory for that. */
    public boolean map(long address, long physical, long bytes, long bits) {
        long table = tableOf(address);
        for (long done = 0; table != 0 && done < bytes; done += Window.PAGE) {
            Window.store(table + PageEntry.offset(address + done, PageEntry.LOG_PAGE), physical + done | bits);
        }
        return table != 0;
    }

    /**
     * Shows the isolate pages that another has lent it; returns where, or 0, and {@link #refusal}: BAD_LEASE: not whole pages of the lender's heap, too many, or another isolate sees one of them already;
     * NO_RESOURCE; NO_MEMORY.
     */
    public long borrow(AddressSpace lender, long address, long length, Access access) {
        boolean whole = ((address | length) & Window.PAGE - 1) == 0 && length > 0 && length <= AddressSpaceLayout.LEASE_SIZE;
        if (!whole || !lender.isHeap(address, length) || !lender.prepare(address, length, Access.WRITE)) return refuse(ErrorCode.BAD_LEASE);
        for (long done = 0; done < length; done += Window.PAGE) {
            if ((lender.entry(address + done) & PageEntry.LENT) != 0) return refuse(ErrorCode.BAD_LEASE);
        }
        long place = freeLease();
        long table = place == 0 ? 0 : tableOf(place);
        if (table == 0) return 0;
        // Point of no return.
        long bits = access == Access.WRITE ? PageEntry.BORROWED_PAGE | PageEntry.WRITABLE : PageEntry.BORROWED_PAGE;
        for (long done = 0; done < length; done += Window.PAGE) {
            long entry = lender.entry(address + done);
            Window.store(lender.entrySlot(address + done), entry | PageEntry.LENT);
            Window.store(table + PageEntry.offset(place + done, PageEntry.LOG_PAGE), entry & PageEntry.FRAME | bits);
        }
        return place;
    }

    /** Returns a place for a lease, or 0: one after the other, so that the places of leases that have ended stay empty for long. */
    private long freeLease() {
        for (int i = 0; i < LEASES; i++) {
            long place = AddressSpaceLayout.LEASES_START + (leasesTaken++ & LEASES - 1) * AddressSpaceLayout.LEASE_SIZE;
            if (entry(place) == 0) return place;
        }
        return refuse(ErrorCode.NO_RESOURCE);
    }

    /** Ends what {@link #borrow} began: the pages are the lender's alone again. */
    public void giveBack(AddressSpace lender, long address, long place, long length) {
        unmap(place, length);
        for (long page = address; page < address + length; page += Window.PAGE) {
            Window.store(lender.entrySlot(page), lender.entry(page) & ~PageEntry.LENT);
        }
    }

    private boolean isHeap(long address, long length) {
        return address >= AddressSpaceLayout.HEAP_START && length >= 0 && address <= heapEnd && length <= heapEnd - address;
    }

    /** Returns the page-table entry of an address below 4 GiB, 0 if there is none. */
    private long entry(long address) {
        long slot = entrySlot(address);
        return slot == 0 ? 0 : Window.load(slot);
    }

    /** Takes pages that are there out of the isolate's sight. */
    public void unmap(long address, long bytes) {
        for (long page = address; page < address + bytes; page += Window.PAGE) {
            Window.store(entrySlot(page), 0);
            hardware.invalidate(page);
        }
    }

    /** Gives back the pages that lie wholly in a range; they read as zero when touched again; what others see stays. Returns whether all of it is heap, within the isolate's limit; else nothing has happened. */
    public boolean release(long address, long length) {
        if (!isHeap(address, length)) return false;
        long end = address + length & -Window.PAGE;
        for (long page = address + Window.PAGE - 1 & -Window.PAGE; page < end; page += Window.PAGE) {
            long entry = entry(page);
            if ((entry & (PageEntry.OWNED | PageEntry.LENT)) == PageEntry.OWNED) {
                unmap(page, Window.PAGE);
                giveBack(entry & PageEntry.FRAME);
            }
        }
        return true;
    }

    /** Returns whether the isolate has written the image page at {@code address}. */
    public boolean hasOwnCopy(long address) {
        return (entry(address) & own) != 0;
    }
}
