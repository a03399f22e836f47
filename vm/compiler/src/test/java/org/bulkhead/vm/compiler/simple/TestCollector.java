package org.bulkhead.vm.compiler.simple;

import org.bulkhead.vm.magic.Address;
import org.bulkhead.vm.magic.Magic;
import org.bulkhead.vm.runtime.layout.CodeTableLayout;
import org.bulkhead.vm.runtime.layout.HubLayout;
import org.bulkhead.vm.runtime.layout.ObjectLayout;
import org.bulkhead.vm.runtime.layout.PackedNumbers;
import org.bulkhead.vm.runtime.layout.SafepointList;

/** Moves every object to the other space and spoils the old one; finds its roots by the tables of the compiled methods. */
final class TestCollector {
    private static final int SPOILED = 0xDEAD_DEAD;

    private TestCollector() {}

    static void moveAll(Address framePointer, Address lastFrame, Address codeTable, int codeTableLength, Address staticRoots, int staticRootCount) {
        Address oldStart = TestRuntime.fromSpace();
        Address scan = TestRuntime.toSpace();
        Address free = scan;
        Address frame = framePointer;
        while (!frame.loadAddress(0).sameAs(lastFrame)) {
            Address pc = frame.loadAddress(Long.BYTES);
            frame = frame.loadAddress(0);
            Address entry = entry(pc, codeTable, codeTableLength);
            Address map = slotMap(entry, pc);
            Address at = frame;
            byte bits;
            do {
                bits = map.loadByte();
                map = map.plus(1);
                for (int i = 0; i < PackedNumbers.BITS; i++) {
                    at = at.minus(CodeTableLayout.SLOT_SIZE);
                    if ((bits >> i & 1) != 0) {
                        if (at.loadInt(Integer.BYTES) != 0) {
                            fail();
                        }
                        free = forward(at, free, oldStart);
                    }
                }
            } while (bits < 0);
        }
        for (int i = 0; i < staticRootCount; i++) {
            free = forward(staticRoots.loadReference(Integer.BYTES * i), free, oldStart);
        }
        while (scan.below(free)) {
            Address hub = scan.loadReference(ObjectLayout.HUB);
            if (hub.loadByte(HubLayout.KIND) == HubLayout.KIND_REFERENCE_ARRAY) {
                int length = scan.loadInt(ObjectLayout.ARRAY_LENGTH);
                for (int i = 0; i < length; i++) {
                    free = forward(scan.plus(ObjectLayout.arrayBase(ObjectLayout.REFERENCE_SIZE) + (long) ObjectLayout.REFERENCE_SIZE * i), free, oldStart);
                }
            } else if (hub.loadByte(HubLayout.KIND) == HubLayout.KIND_CLASS) {
                Address map = hub.loadReference(HubLayout.REFERENCE_MAP);
                for (int i = 0; i < map.loadInt(); i++) {
                    free = forward(scan.plus(map.loadInt(Integer.BYTES * (i + 1))), free, oldStart);
                }
            }
            scan = scan.plus(size(scan));
        }
        for (Address at = oldStart; at.below(oldStart.plus(free.distanceFrom(TestRuntime.toSpace()).plus(256))); at = at.plus(Long.BYTES)) {
            at.storeInt(SPOILED, 0);
            at.storeInt(SPOILED, Integer.BYTES);
        }
        TestRuntime.flip(free);
    }

    private static long size(Address object) {
        Address hub = object.loadReference(ObjectLayout.HUB);
        if (hub.loadByte(HubLayout.KIND) == HubLayout.KIND_CLASS) {
            return hub.loadInt(HubLayout.INSTANCE_SIZE);
        }
        return ObjectLayout.arraySize(hub.loadByte(HubLayout.LOG_ELEMENT_SIZE), object.loadInt(ObjectLayout.ARRAY_LENGTH));
    }

    /** Copies the object that a reference in memory points to, unless that is done, and returns the end of the copies. A moved object's hub word is its new address, odd. */
    private static Address forward(Address reference, Address free, Address oldStart) {
        Address object = reference.loadReference(0);
        if (object.below(oldStart) || object.atLeast(oldStart.plus(TestRuntime.SPACE))) {
            if (object.atLeast(TestRuntime.toSpace()) && object.below(TestRuntime.toSpace().plus(TestRuntime.SPACE))) {
                fail();
            }
            return free;
        }
        int hub = object.loadInt(ObjectLayout.HUB);
        if (hub == SPOILED) {
            fail();
        }
        if ((hub & 1) != 0) {
            reference.storeInt(hub - 1, 0);
            return free;
        }
        long size = size(object);
        Magic.copy(object, free, size);
        object.storeInt(free.toInt() + 1, ObjectLayout.HUB);
        reference.storeReference(free, 0);
        return free.plus(size);
    }

    /** A map names a slot that holds no reference: stop where a debugger sees it. */
    private static void fail() {
        Address.fromLong(0x1234_5678_9ABC_DEF0L).loadInt();
    }

    static Address entry(Address pc, Address codeTable, int length) {
        Address before = pc.minus(1);
        for (int i = 0; i < length; i++) {
            Address entry = codeTable.plus((long) CodeTableLayout.ENTRY_SIZE * i);
            if (before.atLeast(entry.loadReference(CodeTableLayout.CODE_START)) && before.below(entry.loadReference(CodeTableLayout.CODE_END))) {
                return entry;
            }
        }
        fail();
        return Address.zero();
    }

    static Address slotMap(Address entry, Address pc) {
        Address map = SafepointList.slotMap(entry.loadReference(CodeTableLayout.SAFEPOINTS), pc.toInt() - entry.loadInt(CodeTableLayout.CODE_START));
        if (map.isZero()) {
            fail();
        }
        return map;
    }

    static Address stackPointer(Address entry, Address frame) {
        return frame.minus(entry.loadInt(CodeTableLayout.FRAME_SIZE));
    }

    static Address handler(Address entry, Address pc, Address hub) {
        Address list = entry.loadReference(CodeTableLayout.HANDLERS);
        Address start = entry.loadReference(CodeTableLayout.CODE_START);
        int offset = pc.toInt() - start.toInt() - 1;
        for (int i = 0; i < list.loadInt(); i++) {
            Address handler = list.plus(CodeTableLayout.LIST_HEADER + (long) CodeTableLayout.HANDLER_SIZE * i);
            if (offset >= handler.loadInt(0) && offset < handler.loadInt(4) && catches(handler.loadReference(12), hub)) {
                return start.plus(handler.loadInt(8));
            }
        }
        return Address.zero();
    }

    private static boolean catches(Address type, Address hub) {
        if (type.isZero()) {
            return true;
        }
        for (Address each = hub; !each.isZero(); each = each.loadReference(HubLayout.SUPERCLASS)) {
            if (each.sameAs(type)) {
                return true;
            }
        }
        return false;
    }
}
