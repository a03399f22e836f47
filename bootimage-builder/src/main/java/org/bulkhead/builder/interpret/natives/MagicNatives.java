package org.bulkhead.builder.interpret.natives;

import java.util.List;
import org.bulkhead.builder.interpret.Interpreter;
import org.bulkhead.builder.interpret.NativeMethod;
import org.bulkhead.vm.linker.heap.ImageHeap;

/** Address, Offset and Word as bare 64-bit slots; memory can be touched only inside the image heap. */
final class MagicNatives {
    private static final String PACKAGE = "org/bulkhead/vm/magic/";
    private static final String ADDRESS = PACKAGE + "Address";
    private static final String OFFSET = PACKAGE + "Offset";
    private static final String WORD = PACKAGE + "Word";
    private static final NativeMethod SAME = (in, s, a) -> s[a];
    private static final NativeMethod ADD = (in, s, a) -> s[a] + s[a + 1];
    private static final NativeMethod SUBTRACT = (in, s, a) -> s[a] - s[a + 1];
    private static final NativeMethod AND = (in, s, a) -> s[a] & s[a + 1];
    private static final NativeMethod TO_INT = (in, s, a) -> (int) s[a];

    private MagicNatives() {}

    private interface Load {
        long from(ImageHeap heap, int at);
    }

    private interface Store {
        void to(ImageHeap heap, int at, long value);
    }

    static void addTo(NativeTable table) {
        for (String type : List.of(ADDRESS, OFFSET, WORD)) {
            String self = "L" + type + ";";
            table.put(type, "fromLong(J)" + self, SAME);
            table.put(type, "toLong()J", SAME);
            table.put(type, "toInt()I", TO_INT);
            table.put(type, "zero()" + self, NativeTable.NOTHING);
            table.put(type, "isZero()Z", (in, s, a) -> s[a] == 0 ? 1 : 0);
            table.put(type, "sameAs(" + self + ")Z", (in, s, a) -> s[a] == s[a + 1] ? 1 : 0);
        }
        addAddress(table);
        table.put(OFFSET, "plus(J)L" + OFFSET + ";", ADD);
        table.put(OFFSET, "lessThan(L" + OFFSET + ";)Z", (in, s, a) -> s[a] < s[a + 1] ? 1 : 0);
        addWord(table);
        table.put(PACKAGE + "Magic", "addressOf(Ljava/lang/Object;)L" + ADDRESS + ";", SAME);
        table.put(PACKAGE + "Magic", "objectAt(L" + ADDRESS + ";)Ljava/lang/Object;", SAME);
        table.put(PACKAGE + "Magic", "fence()V", NativeTable.NOTHING);
    }

    private static void addAddress(NativeTable table) {
        String self = "L" + ADDRESS + ";";
        table.put(ADDRESS, "fromInt(I)" + self, (in, s, a) -> s[a] & 0xFFFF_FFFFL);
        table.put(ADDRESS, "plus(J)" + self, ADD);
        table.put(ADDRESS, "plus(L" + OFFSET + ";)" + self, ADD);
        table.put(ADDRESS, "minus(J)" + self, SUBTRACT);
        table.put(ADDRESS, "distanceFrom(" + self + ")L" + OFFSET + ";", SUBTRACT);
        table.put(ADDRESS, "and(J)" + self, AND);
        table.put(ADDRESS, "below(" + self + ")Z", (in, s, a) -> Long.compareUnsigned(s[a], s[a + 1]) < 0 ? 1 : 0);
        table.put(ADDRESS, "atLeast(" + self + ")Z", (in, s, a) -> Long.compareUnsigned(s[a], s[a + 1]) >= 0 ? 1 : 0);
        addMemory(table, "Byte", "B", (heap, at) -> heap.getByte(at, 0), (heap, at, value) -> heap.putByte(at, 0, (byte) value));
        addMemory(table, "Short", "S", (heap, at) -> heap.getShort(at, 0), (heap, at, value) -> heap.putShort(at, 0, (short) value));
        addMemory(table, "Char", "C", (heap, at) -> heap.getChar(at, 0), (heap, at, value) -> heap.putShort(at, 0, (short) value));
        Load int32 = (heap, at) -> heap.getInt(at, 0);
        Store putInt32 = (heap, at, value) -> heap.putInt(at, 0, (int) value);
        Load int64 = (heap, at) -> heap.getLong(at, 0);
        Store putInt64 = (heap, at, value) -> heap.putLong(at, 0, value);
        addMemory(table, "Int", "I", int32, putInt32);
        addMemory(table, "Float", "F", int32, putInt32);
        addMemory(table, "Long", "J", int64, putInt64);
        addMemory(table, "Double", "D", int64, putInt64);
        table.put(ADDRESS, "loadAddress(I)" + self, load(int64, 1));
        table.put(ADDRESS, "storeAddress(" + self + "I)V", store(putInt64, 2));
        table.put(ADDRESS, "loadReference(I)" + self, load(int32, 1));
        table.put(ADDRESS, "storeReference(" + self + "I)V", store(putInt32, 2));
        table.put(ADDRESS, "compareAndSetInt(III)Z", compareAndSet(int32, putInt32, 1));
        table.put(ADDRESS, "compareAndSetLong(JJI)Z", compareAndSet(int64, putInt64, 2));
    }

    private static NativeMethod compareAndSet(Load load, Store store, int width) {
        return (in, s, a) -> {
            int at = inHeap(in, s[a] + s[a + 1 + 2 * width]);
            if (load.from(in.heap(), at) != s[a + 1]) {
                return 0;
            }
            store.to(in.heap(), at, s[a + 1 + width]);
            return 1;
        };
    }

    private static void addMemory(NativeTable table, String kind, String descriptor, Load load, Store store) {
        int width = descriptor.equals("J") || descriptor.equals("D") ? 2 : 1;
        table.put(ADDRESS, "load" + kind + "()" + descriptor, load(load, 0));
        table.put(ADDRESS, "load" + kind + "(I)" + descriptor, load(load, 1));
        table.put(ADDRESS, "store" + kind + "(" + descriptor + ")V", store(store, 0));
        table.put(ADDRESS, "store" + kind + "(" + descriptor + "I)V", store(store, 1 + width));
    }

    /** Reads at the address plus the offset in the slot {@code offset} behind it (0: none). */
    private static NativeMethod load(Load load, int offset) {
        return (in, s, a) -> load.from(in.heap(), inHeap(in, s[a] + (offset == 0 ? 0 : s[a + offset])));
    }

    private static NativeMethod store(Store store, int offset) {
        return (in, s, a) -> {
            store.to(in.heap(), inHeap(in, s[a] + (offset == 0 ? 0 : s[a + offset])), s[a + 1]);
            return 0;
        };
    }

    private static int inHeap(Interpreter in, long address) {
        if (address <= 0 || address >= in.heap().end()) {
            throw in.refusal("memory at 0x" + Long.toHexString(address) + " does not exist while building");
        }
        return (int) address;
    }

    private static void addWord(NativeTable table) {
        String self = "L" + WORD + ";";
        table.put(WORD, "plus(" + self + ")" + self, ADD);
        table.put(WORD, "minus(" + self + ")" + self, SUBTRACT);
        table.put(WORD, "and(" + self + ")" + self, AND);
        table.put(WORD, "or(" + self + ")" + self, (in, s, a) -> s[a] | s[a + 1]);
        table.put(WORD, "xor(" + self + ")" + self, (in, s, a) -> s[a] ^ s[a + 1]);
        table.put(WORD, "not()" + self, (in, s, a) -> ~s[a]);
        table.put(WORD, "shiftLeft(I)" + self, (in, s, a) -> s[a] << s[a + 1]);
        table.put(WORD, "shiftRight(I)" + self, (in, s, a) -> s[a] >>> s[a + 1]);
        table.put(WORD, "below(" + self + ")Z", (in, s, a) -> Long.compareUnsigned(s[a], s[a + 1]) < 0 ? 1 : 0);
    }
}
