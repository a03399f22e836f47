package org.bulkhead.programs.util.bytes;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.bulkhead.programs.Out;

/** Base 64 and hexadecimal text there and back, and text that is refused. */
public final class Base64AndHex {
    public static void main(String[] args) {
        byte[] data = new byte[61];
        for (int i = 0; i < data.length; i++) {
            data[i] = (byte) (i * 41);
        }
        for (int length : new int[] {0, 1, 2, 3, 4, 60, 61}) {
            byte[] part = Arrays.copyOf(data, length);
            String text = Base64.getEncoder().encodeToString(part);
            Out.println(text + " " + Arrays.equals(part, Base64.getDecoder().decode(text)));
        }
        Out.println(Base64.getUrlEncoder().withoutPadding().encodeToString(new byte[] {-1, -2, -3, -4}));
        Out.println(Base64.getMimeEncoder(20, new byte[] {'|'}).encodeToString(data));
        Out.println(new String(Base64.getDecoder().decode("SGVsbG8h"), StandardCharsets.US_ASCII));
        try {
            Base64.getDecoder().decode("ab*d");
        } catch (IllegalArgumentException e) {
            Out.println(e.getMessage());
        }
        HexFormat hex = HexFormat.ofDelimiter(":").withUpperCase();
        Out.println(hex.formatHex(Arrays.copyOf(data, 8)) + " " + Arrays.toString(HexFormat.of().parseHex("00ff7f80")));
    }
}
