package org.bulkhead.vm.runtime.exceptions;

import org.bulkhead.nucleus.abi.AddressSpaceLayout;
import org.bulkhead.vm.magic.Address;
import org.bulkhead.vm.magic.Magic;
import org.bulkhead.vm.magic.NoStackProbe;
import org.bulkhead.vm.runtime.ImageInfo;
import org.bulkhead.vm.runtime.layout.CodeTableLayout;
import org.bulkhead.vm.runtime.layout.PackedNumbers;
import org.bulkhead.vm.runtime.layout.SafepointList;
import org.bulkhead.vm.runtime.memory.Collector;
import org.bulkhead.vm.runtime.types.TypeChecks;

/** Looks up what is known about compiled methods. No method allocates; all may be called in any context. */
@NoStackProbe
public final class CodeTable {
    private static final int HANDLER_START = 0;
    private static final int HANDLER_END = 4;
    private static final int HANDLER_CODE = 8;
    private static final int HANDLER_HUB = 12;
    private static final int UNKNOWN_LINE = -1;

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

    /** Returns the address of the slot map of a safepoint, or 0 if there is no safepoint at exactly {@code pc}. */
    static Address slotMap(Address entry, Address pc) {
        return SafepointList.slotMap(entry.loadReference(CodeTableLayout.SAFEPOINTS), offset(entry, pc));
    }

    /** Forwards the references in a frame of the method, which is stopped at {@code pc}; returns whether that is a safepoint. */
    public static boolean forwardSlots(Collector collector, Address entry, Address pc, Address frame) {
        Address map = slotMap(entry, pc);
        if (map.isZero()) {
            return false;
        }
        Address slot = frame;
        byte bits;
        do {
            bits = map.loadByte();
            map = map.plus(1);
            for (int i = 0; i < PackedNumbers.BITS; i++) {
                slot = slot.minus(CodeTableLayout.SLOT_SIZE);
                if ((bits >>> i & 1) != 0) {
                    collector.forward(slot);
                }
            }
        } while (bits < 0);
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
        Address at = entry.loadReference(CodeTableLayout.LINES);
        if (at.isZero()) {
            return UNKNOWN_LINE;
        }
        int wanted = offset(entry, pc);
        int offset = 0;
        int line = 0;
        int found = UNKNOWN_LINE;
        int left = PackedNumbers.value(at);
        at = PackedNumbers.next(at);
        for (; left > 0; left--) {
            offset += PackedNumbers.value(at);
            at = PackedNumbers.next(at);
            if (offset > wanted) {
                break;
            }
            line += PackedNumbers.signed(PackedNumbers.value(at));
            at = PackedNumbers.next(at);
            found = line;
        }
        return found;
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
