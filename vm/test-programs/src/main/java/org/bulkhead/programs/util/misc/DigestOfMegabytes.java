package org.bulkhead.programs.util.misc;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.bulkhead.programs.Out;

/** SHA-256 over a few megabytes, block by block, as a program that reads a disk does it. */
public final class DigestOfMegabytes {
    public static void main(String[] args) throws NoSuchAlgorithmException {
        MessageDigest d = MessageDigest.getInstance("SHA-256");
        byte[] block = new byte[4096];
        int seed = 1;
        for (int n = 0; n < 512; n++) {
            for (int i = 0; i < block.length; i++) {
                seed = seed * 1103515245 + 12345;
                block[i] = (byte) (seed >>> 16);
            }
            d.update(block);
        }
        Out.println(HexFormat.of().formatHex(d.digest()));
    }
}
