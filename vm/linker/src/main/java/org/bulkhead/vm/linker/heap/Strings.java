package org.bulkhead.vm.linker.heap;

import java.nio.charset.StandardCharsets;
import org.bulkhead.vm.compiler.model.VmField;
import org.bulkhead.vm.compiler.model.VmType;

/** Makes and reads java.lang.String objects: Latin-1 bytes where all characters allow it, else UTF-16 in the target's byte order. */
final class Strings {
    private static final byte LATIN1 = 0;
    private static final byte UTF16 = 1;
    private static final int LATIN1_LIMIT = 0x100;

    private final ImageHeap heap;
    private HeapType string;
    private HeapType bytes;
    private int valueOffset;
    private int coderOffset;

    Strings(ImageHeap heap) {
        this.heap = heap;
    }

    private void link() {
        if (string == null) {
            VmType type = heap.types().type("java/lang/String");
            valueOffset = field(type, "value", "[B").offset();
            coderOffset = field(type, "coder", "B").offset();
            bytes = heap.heapType(heap.types().type("[B"));
            string = heap.heapType(type);
        }
    }

    private static VmField field(VmType type, String name, String descriptor) {
        VmField field = type.declaredField(name, descriptor);
        if (field == null) {
            throw new IllegalStateException("java.lang.String has no field " + name + " of type " + descriptor + ": not the class library of JDK 17");
        }
        return field;
    }

    int make(String value) {
        link();
        boolean latin1 = isLatin1(value);
        // A surrogate without its partner must survive, so this is no encoding by a Charset.
        byte[] encoded = latin1 ? value.getBytes(StandardCharsets.ISO_8859_1) : utf16(value);
        int array = heap.allocateArray(bytes, encoded.length);
        heap.putBytes(array, bytes.arrayBase(), encoded);
        int ref = heap.allocateInstance(string);
        heap.putReference(ref, valueOffset, array);
        heap.putByte(ref, coderOffset, latin1 ? LATIN1 : UTF16);
        return ref;
    }

    private static boolean isLatin1(String value) {
        for (int i = 0; i < value.length(); i++) {
            if (value.charAt(i) >= LATIN1_LIMIT) {
                return false;
            }
        }
        return true;
    }

    private static byte[] utf16(String value) {
        byte[] encoded = new byte[value.length() * Character.BYTES];
        for (int i = 0; i < value.length(); i++) {
            encoded[2 * i] = (byte) value.charAt(i);
            encoded[2 * i + 1] = (byte) (value.charAt(i) >>> Byte.SIZE);
        }
        return encoded;
    }

    String value(int ref) {
        link();
        int array = heap.getReference(ref, valueOffset);
        int length = heap.arrayLength(array);
        int base = bytes.arrayBase();
        if (heap.getByte(ref, coderOffset) == LATIN1) {
            return new String(heap.getBytes(array, base, length), StandardCharsets.ISO_8859_1);
        }
        char[] chars = new char[length / Character.BYTES];
        for (int i = 0; i < chars.length; i++) {
            chars[i] = heap.getChar(array, base + 2 * i);
        }
        return new String(chars);
    }
}
