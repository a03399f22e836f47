package org.bulkhead.vm.runtime.exceptions;

import org.bulkhead.nucleus.abi.AddressSpaceLayout;
import org.bulkhead.vm.magic.Address;
import org.bulkhead.vm.magic.Magic;
import org.bulkhead.vm.magic.NoStackProbe;
import org.bulkhead.vm.runtime.ImageInfo;
import org.bulkhead.vm.runtime.layout.CodeTableLayout;
import org.bulkhead.vm.runtime.memory.Collector;
import org.bulkhead.vm.runtime.types.TypeChecks;

/** Looks up what is known about compiled methods. No method allocates; all may be called in any context. */
@NoStackProbe
public final class CodeTable {
    private static final int HANDLER_START = 0;
    private static final int HANDLER_END = 4;
    private static final int HANDLER_CODE = 8;
    private static final int HANDLER_HUB = 12;
    private static final int PAIR_VALUE = 4;
    private static final int BITS_PER_BYTE = 8;
    private static final int LOG_BITS_PER_BYTE = 3;

    private CodeTable() {}

    /** Returns the entry of the method whose code holds {@code pc}, or 0. */
    public static Address find(Address pc) {
        return pc.below(Address.fromLong(AddressSpaceLayout.MODULE_START)) ? find(Address.fromInt(ImageInfo.codeTable), ImageInfo.codeTableLength, pc)
            : find(Address.fromInt(ImageInfo.moduleCodeTable), ImageInfo.moduleCodeTableLength, pc);
    }

    private static Address find(Address table, int length, Address pc) {
        int low = 0;
        int high = length - 1;
        while (low <= high) {
            int middle = low + high >>> 1;
            Address entry = table.plus((long) middle * CodeTableLayout.ENTRY_SIZE);
            if (pc.below(entry.loadReference(CodeTableLayout.CODE_START))) {
                high = middle - 1;
            } else if (pc.atLeast(entry.loadReference(CodeTableLayout.CODE_END))) {
                low = middle + 1;
            } else {
                return entry;
            }
        }
        return Address.zero();
    }

    /** Returns the class of the method whose code holds {@code pc}, or null. */
    public static Class<?> owner(Address pc) {
        Address entry = find(pc);
        return entry.isZero() ? null : (Class<?>) Magic.objectAt(declaring(entry).loadReference(0));
    }

    /** Returns the distance of {@code pc} from the first instruction of the method. */
    static int offset(Address entry, Address pc) {
        return pc.distanceFrom(entry.loadReference(CodeTableLayout.CODE_START)).toInt();
    }

    /** Returns the distance of rsp below rbp in the body of the method. */
    public static int frameSize(Address entry) {
        return entry.loadInt(CodeTableLayout.FRAME_SIZE);
    }

    /**
     * Returns the last pair of a list {u32 count, {u32 key, u32 value}...} whose key is not above {@code key}, or 0. Keys ascend.
     */
    private static Address lastPair(Address list, int key) {
        int low = 0;
        int high = list.loadInt() - 1;
        Address pairs = list.plus(CodeTableLayout.LIST_HEADER);
        while (low <= high) {
            int middle = low + high >>> 1;
            if (pairs.plus((long) middle * CodeTableLayout.PAIR_SIZE).loadInt() <= key) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return high < 0 ? Address.zero() : pairs.plus((long) high * CodeTableLayout.PAIR_SIZE);
    }

    /** Returns the address of the slot map of a safepoint, or 0 if there is no safepoint at exactly {@code pc}. */
    static Address slotMap(Address entry, Address pc) {
        Address list = entry.loadReference(CodeTableLayout.SAFEPOINTS);
        if (list.isZero()) {
            return Address.zero();
        }
        int offset = offset(entry, pc);
        Address pair = lastPair(list, offset);
        return pair.isZero() || pair.loadInt() != offset ? Address.zero() : pair.loadReference(PAIR_VALUE);
    }

    /** Forwards the references in a frame of the method, which is stopped at {@code pc}; returns whether that is a safepoint. */
    public static boolean forwardSlots(Collector collector, Address entry, Address pc, Address frame) {
        Address map = slotMap(entry, pc);
        if (map.isZero()) {
            return false;
        }
        int slots = frameSize(entry) / CodeTableLayout.SLOT_SIZE;
        for (int i = 0; i < slots; i++) {
            int bits = map.loadByte(i >>> LOG_BITS_PER_BYTE);
            if (bits == 0) {
                i |= BITS_PER_BYTE - 1;
            } else if ((bits >>> (i & BITS_PER_BYTE - 1) & 1) != 0) {
                collector.forward(frame.minus((long) (i + 1) * CodeTableLayout.SLOT_SIZE));
            }
        }
        return true;
    }

    /** Returns the code of the first handler around {@code pc} that catches objects with the hub {@code thrown}, or 0. */
    static Address handler(Address entry, Address pc, Address thrown) {
        Address list = entry.loadReference(CodeTableLayout.HANDLERS);
        if (list.isZero()) {
            return Address.zero();
        }
        int offset = offset(entry, pc);
        Address each = list.plus(CodeTableLayout.LIST_HEADER);
        Address end = each.plus((long) list.loadInt() * CodeTableLayout.HANDLER_SIZE);
        for (; each.below(end); each = each.plus(CodeTableLayout.HANDLER_SIZE)) {
            if (offset >= each.loadInt(HANDLER_START) && offset < each.loadInt(HANDLER_END)) {
                Address caught = each.loadReference(HANDLER_HUB);
                if (caught.isZero() || TypeChecks.isSubtype(thrown, caught)) {
                    return entry.loadReference(CodeTableLayout.CODE_START).plus(each.loadInt(HANDLER_CODE));
                }
            }
        }
        return Address.zero();
    }

    /** Returns the source line at {@code pc}, or -1 if it is not known. */
    public static int line(Address entry, Address pc) {
        Address list = entry.loadReference(CodeTableLayout.LINES);
        Address pair = list.isZero() ? Address.zero() : lastPair(list, offset(entry, pc));
        return pair.isZero() ? -1 : pair.loadInt(PAIR_VALUE);
    }

    /** Returns the text of the method's name (see {@link CodeTableLayout}). */
    static Address name(Address entry) {
        return entry.loadReference(CodeTableLayout.NAME);
    }

    /** Returns the record of the class that declares the method. */
    static Address declaring(Address entry) {
        return entry.loadReference(CodeTableLayout.CLASS);
    }
}
