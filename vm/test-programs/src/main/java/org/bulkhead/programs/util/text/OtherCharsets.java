package org.bulkhead.programs.util.text;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.bulkhead.programs.Out;

/** Latin-1, ASCII and UTF-16, what they replace, and coders that report instead. */
public final class OtherCharsets {
    public static void main(String[] args) throws CharacterCodingException {
        String text = "a\u00e9\u20ac\ud83d\ude00z";
        Charset[] charsets = {StandardCharsets.ISO_8859_1, StandardCharsets.US_ASCII, StandardCharsets.UTF_16BE, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16};
        for (Charset c : charsets) {
            byte[] bytes = text.getBytes(c);
            Out.println(c.name() + " " + Arrays.toString(bytes) + " " + new String(bytes, c));
        }
        byte[] all = new byte[256];
        for (int i = 0; i < 256; i++) {
            all[i] = (byte) i;
        }
        String latin = new String(all, StandardCharsets.ISO_8859_1);
        Out.println(latin.length() + " " + latin.hashCode() + " " + Arrays.equals(all, latin.getBytes(StandardCharsets.ISO_8859_1)));
        Out.println(new String(all, 100, 60, StandardCharsets.US_ASCII).hashCode());
        Out.println(Charset.forName("utf-8").equals(StandardCharsets.UTF_8) + " " + Charset.isSupported("latin1"));
        try {
            StandardCharsets.US_ASCII.newEncoder().encode(CharBuffer.wrap("\u00e9"));
        } catch (CharacterCodingException e) {
            Out.println(e.getClass().getSimpleName());
        }
        try {
            StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT).decode(ByteBuffer.wrap(new byte[] {65, (byte) 0xC3, 65}));
        } catch (CharacterCodingException e) {
            Out.println(e.getMessage());
        }
        Out.println(StandardCharsets.UTF_8.decode(ByteBuffer.wrap(new byte[] {65, (byte) 0xC3, (byte) 0xA9})).toString());
        Out.println(StandardCharsets.UTF_8.encode("x\u20ac").remaining());
        try {
            Charset.forName("no such charset");
        } catch (IllegalArgumentException e) {
            Out.println(e.getClass().getSimpleName());
        }
    }
}
