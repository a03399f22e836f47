package org.bulkhead.volume;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.bulkhead.isolate.protocol.DamagedVolumeException;
import org.bulkhead.isolate.protocol.VolumeErrorException;

/** The names of eight and three characters that every entry has, beside its long one or alone. */
final class ShortName {
    private static final int BASE = 8;
    private static final int EXTENSION = 3;
    private static final String OTHERS = "!#$%&'()-@^_`{}~";
    private static final char REPLACEMENT = '_';
    /** Stands for 0xE5, which would say that there is nothing. */
    private static final int KANJI = 0x05;
    private static final int LOWER_BASE = 0x08;
    private static final int LOWER_EXTENSION = 0x10;
    private static final int MOST_NUMBER = 999_999;

    /** What is known of the short names of a folder. */
    interface Taken {
        boolean test(byte[] name) throws DamagedVolumeException, VolumeErrorException;
    }

    private ShortName() {}

    /** Returns the name of the entry in a slot, as people write it. */
    static String read(ByteBuffer sector, int at) {
        int flags = sector.get(at + Slot.CASE);
        String base = part(sector, at, BASE, flags & LOWER_BASE);
        String extension = part(sector, at + BASE, EXTENSION, flags & LOWER_EXTENSION);
        return extension.isEmpty() ? base : base + '.' + extension;
    }

    private static String part(ByteBuffer sector, int at, int size, int lower) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < size; i++) {
            int c = sector.get(at + i) & 0xFF;
            char decoded = (char) (i == 0 && c == KANJI ? Slot.NOTHING : c);
            text.append(lower != 0 && decoded >= 'A' && decoded <= 'Z' ? (char) (decoded - 'A' + 'a') : decoded);
        }
        int end = size;
        while (end > 0 && text.charAt(end - 1) == ' ') {
            end--;
        }
        for (int i = 0; i < end; i++) {
            if (text.charAt(i) == '/' || text.charAt(i) < ' ') {
                text.setCharAt(i, REPLACEMENT);
            }
        }
        return text.substring(0, end);
    }

    /** Returns whether a name can stand alone, without a long one. */
    static boolean isWhole(String name) {
        int dot = name.indexOf('.');
        String base = dot < 0 ? name : name.substring(0, dot);
        String extension = dot < 0 ? "" : name.substring(dot + 1);
        return !base.isEmpty() && base.length() <= BASE && extension.length() <= EXTENSION && (dot < 0 || !extension.isEmpty()) && base.equals(ordinary(base)) && extension.equals(ordinary(extension));
    }

    /** Returns eleven bytes for a name that no other entry of the folder has. */
    static byte[] of(String name, Taken taken) throws DamagedVolumeException, VolumeErrorException {
        int dot = name.lastIndexOf('.');
        String base = ordinary(dot <= 0 ? name : name.substring(0, dot));
        String extension = dot <= 0 ? "" : ordinary(name.substring(dot + 1));
        String shortExtension = extension.substring(0, Math.min(EXTENSION, extension.length()));
        byte[] candidate = bytes(base.substring(0, Math.min(BASE, base.length())), shortExtension);
        boolean isFaithful = isWhole(upper(name));
        for (int number = 1; number <= MOST_NUMBER && (!isFaithful || taken.test(candidate)); number++) {
            String tail = "~" + number;
            candidate = bytes(base.substring(0, Math.min(BASE - tail.length(), base.length())) + tail, shortExtension);
            isFaithful = true;
        }
        return candidate;
    }

    private static byte[] bytes(String base, String extension) {
        return (base + " ".repeat(BASE - base.length()) + extension + " ".repeat(EXTENSION - extension.length())).getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String upper(String text) {
        StringBuilder result = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            result.append(c >= 'a' && c <= 'z' ? (char) (c - 'a' + 'A') : c);
        }
        return result.toString();
    }

    /** Returns what of a text a short name can have. */
    private static String ordinary(String text) {
        StringBuilder result = new StringBuilder();
        String upper = upper(text);
        for (int i = 0; i < upper.length(); i++) {
            char c = upper.charAt(i);
            if (c == ' ' || c == '.') {
                continue;
            }
            boolean isPossible = c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || OTHERS.indexOf(c) >= 0;
            result.append(isPossible ? c : REPLACEMENT);
        }
        return result.toString();
    }
}
