package org.bulkhead.vm.verifier.format;

import org.bulkhead.vm.verifier.Site;

/** The modified UTF-8 of class files (JVMS 4.4.7). */
final class Utf8 {
    private static final int CONTINUATION = 0x80;
    private static final int CONTINUATION_MASK = 0xC0;
    private static final int PAYLOAD = 0x3F;
    private static final int PAYLOAD_BITS = 6;

    private Utf8() {}

    static String decode(byte[] bytes, int start, int end, int index, Site site) {
        StringBuilder text = new StringBuilder(end - start);
        int at = start;
        while (at < end) {
            int first = bytes[at] & 0xFF;
            int length = first < 0x80 ? 1 : (first & 0xE0) == 0xC0 ? 2 : (first & 0xF0) == 0xE0 ? 3 : 0;
            if (first == 0 || length == 0 || length > end - at) {
                throw bad(index, at - start, site);
            }
            int value = switch (length) {
                case 1 -> first;
                case 2 -> first & 0x1F;
                default -> first & 0x0F;
            };
            for (int i = 1; i < length; i++) {
                int next = bytes[at + i] & 0xFF;
                if ((next & CONTINUATION_MASK) != CONTINUATION) {
                    throw bad(index, at - start, site);
                }
                value = value << PAYLOAD_BITS | next & PAYLOAD;
            }
            text.append((char) value);
            at += length;
        }
        return text.toString();
    }

    private static RuntimeException bad(int index, int at, Site site) {
        return site.malformed("constant " + index + " is not modified UTF-8 at its byte " + at);
    }
}
