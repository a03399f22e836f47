package org.bulkhead.vm.runtime.data;

import java.nio.charset.StandardCharsets;

/** Turns the string literals that hold a file into its bytes. */
public final class JdkData {
    private JdkData() {}

    /** Returns the bytes of a file that is given in parts. */
    public static byte[] bytes(String[] parts) {
        int length = 0;
        for (String part : parts) {
            length += part.length();
        }
        byte[] bytes = new byte[length];
        int end = 0;
        for (String part : parts) {
            byte[] next = part.getBytes(StandardCharsets.ISO_8859_1);
            System.arraycopy(next, 0, bytes, end, next.length);
            end += next.length;
        }
        return bytes;
    }

    static UnsupportedOperationException missing() {
        return new UnsupportedOperationException("the JDK's data were not at hand when this program was built");
    }
}
