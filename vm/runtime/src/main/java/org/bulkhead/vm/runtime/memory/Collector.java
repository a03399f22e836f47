package org.bulkhead.vm.runtime.memory;

import org.bulkhead.vm.magic.Address;
import org.bulkhead.vm.magic.Magic;
import org.bulkhead.vm.magic.Uninterruptible;
import org.bulkhead.vm.runtime.layout.HubLayout;
import org.bulkhead.vm.runtime.layout.ObjectLayout;
import org.bulkhead.vm.runtime.layout.StatusWord;
import org.bulkhead.vm.runtime.types.Hubs;

/**
 * Copies the live objects of one {@link Space} into another (Cheney's algorithm).
 *
 * <p>A copied object's old header holds the address of the copy with bit 0 set; hubs are at even addresses. Between two objects of the to-space nothing is left free, so it can be walked.
 */
@Uninterruptible(reason = "an allocation would find the heap half copied, and collect again")
public final class Collector {
    private static final int FORWARDED = 1;
    private static final int LIST_HEADER = 4;

    private Address fromStart = Address.zero();
    private Address fromEnd = Address.zero();
    private Space to;
    private Address free = Address.zero();
    private boolean exhausted;

    Collector() {}

    /**
     * Copies all that is reachable from the roots out of [{@code from.start()}, {@code fromTop}) into the empty space {@code into}.
     *
     * @return the first free byte of {@code into}, or 0 if its memory did not suffice: then both spaces are damaged
     */
    Address collect(Space from, Address fromTop, Space into, Roots roots) {
        fromStart = from.start();
        fromEnd = fromTop;
        to = into;
        free = into.start();
        exhausted = false;
        roots.forwardAll(this);
        Address scan = into.start();
        while (scan.below(free)) {
            scan = scan(scan);
        }
        into.wrote(free);
        return exhausted ? Address.zero() : free;
    }

    /** Updates the 32-bit reference stored at {@code slot}: if it leads to an object that is being moved, it leads to the copy afterwards. */
    public void forward(Address slot) {
        Address object = slot.loadReference(0);
        if (object.below(fromEnd) && object.atLeast(fromStart)) {
            slot.storeReference(moved(object), 0);
        }
    }

    /** Forwards all references in the object at {@code object}; returns the address behind the object. */
    public Address scan(Address object) {
        Address hub = Hubs.of(object);
        if (Hubs.isReferenceArray(hub)) {
            Address slot = object.plus(Hubs.arrayBase(hub));
            Address end = slot.plus((long) object.loadInt(ObjectLayout.ARRAY_LENGTH) * ObjectLayout.REFERENCE_SIZE);
            for (; slot.below(end); slot = slot.plus(ObjectLayout.REFERENCE_SIZE)) {
                forward(slot);
            }
        } else if (!Hubs.isArray(hub)) {
            Address map = hub.loadReference(HubLayout.REFERENCE_MAP);
            if (!map.isZero()) {
                Address end = map.plus(LIST_HEADER + (long) map.loadInt() * Integer.BYTES);
                for (Address each = map.plus(LIST_HEADER); each.below(end); each = each.plus(Integer.BYTES)) {
                    forward(object.plus(each.loadInt()));
                }
            }
        }
        return object.plus(Objects.size(object));
    }

    private Address moved(Address object) {
        int header = object.loadInt(ObjectLayout.HUB);
        if ((header & FORWARDED) != 0) {
            return Address.fromInt(header - FORWARDED);
        }
        return copy(object, Address.fromInt(header));
    }

    private Address copy(Address object, Address hub) {
        long bare = Objects.bareSize(object, hub);
        int hashState = Objects.hashState(object);
        long size = hashState == StatusWord.UNHASHED ? bare : bare + StatusWord.HASH_BYTES;
        Address copy = free;
        Address end = copy.plus(size);
        if (!to.reach(end)) {
            exhausted = true;
            return object;
        }
        free = end;
        if (hashState == StatusWord.HASHED) {
            Magic.copy(object, copy, bare);
            copy.plus(bare).storeInt(Objects.hashOfAddress(object));
            copy.storeInt(object.loadInt(ObjectLayout.STATUS) + (StatusWord.HASH_STORED - StatusWord.HASHED), ObjectLayout.STATUS);
        } else {
            Magic.copy(object, copy, size);
        }
        object.storeInt(copy.toInt() | FORWARDED, ObjectLayout.HUB);
        return copy;
    }
}
