package org.bulkhead.programs.util.misc;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.bulkhead.programs.Out;

/** SHA-256, SHA-1 and MD5 of known and of long texts, in pieces and at once. */
public final class Digests {
    public static void main(String[] args) throws NoSuchAlgorithmException {
        for (String algorithm : new String[] {"SHA-256", "SHA-1", "MD5"}) {
            MessageDigest d = MessageDigest.getInstance(algorithm);
            for (String text : new String[] {"", "abc", "The quick brown fox jumps over the lazy dog"}) {
                Out.println(algorithm + " " + HexFormat.of().formatHex(d.digest(text.getBytes(StandardCharsets.US_ASCII))));
            }
            byte[] block = new byte[1000];
            for (int i = 0; i < block.length; i++) {
                block[i] = (byte) i;
            }
            for (int i = 0; i < 100; i++) {
                d.update(block, i, 900 - i);
                d.update((byte) i);
            }
            byte[] pieces = d.digest();
            Out.println(d.getDigestLength() + " " + HexFormat.of().formatHex(pieces) + " " + MessageDigest.isEqual(pieces, pieces.clone()));
        }
        try {
            MessageDigest.getInstance("NO-SUCH");
        } catch (NoSuchAlgorithmException e) {
            Out.println("no such algorithm");
        }
    }
}
