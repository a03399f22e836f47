package org.bulkhead.vm.linker.model;

import java.util.LinkedHashMap;
import java.util.Map;
import org.bulkhead.vm.linker.Section;

/** The strings of a model that is being written, and their encoding: modified UTF-8 (JVMS §4.4.7), which keeps surrogates without a partner. */
final class ModelStrings {
    private static final int ONE_BYTE = 0x80;
    private static final int TWO_BYTES = 0x800;
    private static final int CONTINUED = 0x3F;
    private static final int CONTINUED_BITS = 6;

    private final Map<String, Integer> indexes = new LinkedHashMap<>();

    /** Returns the index of a string. */
    int index(String value) {
        Integer known = indexes.get(value);
        if (known == null) {
            known = indexes.size();
            indexes.put(value, known);
        }
        return known;
    }

    int count() {
        return indexes.size();
    }

    /** Writes the table and returns its offset. */
    int write(Section out) {
        int table = out.reserve(Integer.BYTES * indexes.size());
        int entry = table;
        for (String each : indexes.keySet()) {
            byte[] bytes = encode(each);
            out.putInt(entry, out.align(Integer.BYTES));
            out.appendInt(bytes.length);
            out.append(bytes);
            entry += Integer.BYTES;
        }
        out.align(Integer.BYTES);
        return table;
    }

    private static byte[] encode(String value) {
        byte[] bytes = new byte[3 * value.length()];
        int end = 0;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c != 0 && c < ONE_BYTE) {
                bytes[end++] = (byte) c;
            } else if (c < TWO_BYTES) {
                bytes[end++] = (byte) (0xC0 | c >> CONTINUED_BITS);
                bytes[end++] = (byte) (ONE_BYTE | c & CONTINUED);
            } else {
                bytes[end++] = (byte) (0xE0 | c >> 2 * CONTINUED_BITS);
                bytes[end++] = (byte) (ONE_BYTE | c >> CONTINUED_BITS & CONTINUED);
                bytes[end++] = (byte) (ONE_BYTE | c & CONTINUED);
            }
        }
        byte[] exact = new byte[end];
        System.arraycopy(bytes, 0, exact, 0, end);
        return exact;
    }

    /** Returns the string that {@code count} bytes encode; damaged bytes give some string. */
    static String decode(byte[] bytes, int from, int count) {
        char[] chars = new char[count];
        int length = 0;
        for (int i = from; i < from + count; i++) {
            int first = bytes[i] & 0xFF;
            int more = first < ONE_BYTE ? 0 : first < 0xE0 ? 1 : 2;
            int c = more == 0 ? first : more == 1 ? first & 0x1F : first & 0xF;
            for (; more > 0 && i + 1 < from + count; more--) {
                c = c << CONTINUED_BITS | bytes[++i] & CONTINUED;
            }
            chars[length++] = (char) c;
        }
        return new String(chars, 0, length);
    }
}
