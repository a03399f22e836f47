package org.bulkhead.programs.util.zip;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HexFormat;
import java.util.zip.DataFormatException;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.bulkhead.programs.Out;

/** Data that no deflater made: what is said of them, and how far it got. */
public final class BadData {
    /** What zlib makes of "bulkhead bulkhead, hull bulkhead". */
    private static final String GOOD = "789c4b2acdc9ce484d4c514882327414324a7372e05c00c7790c02";

    private static final int HEADER = 2;

    public static void main(String[] args) throws IOException {
        byte[] good = HexFormat.of().parseHex(GOOD);
        report(good, false);
        for (int i = 0; i < good.length; i++) {
            byte[] bad = good.clone();
            bad[i] ^= 0x55;
            // What is wrong with blocks is found sooner by some decoders than by others, but none takes them for what they were.
            Out.println(i < HEADER ? outcome(bad, false) : String.valueOf(outcome(bad, false).equals(outcome(good, false))));
        }
        for (String each : new String[] {"", "07", "0600", "010100feff41", "0104000000", "05e0810811000000", "ffffffff", "4b2a", "edfd01000000"}) {
            report(HexFormat.of().parseHex(each), true);
        }
        for (String each : new String[] {"", "1f8b", "1f8b0800000000000000", "504b03041400000000000000", "1f8b0900000000000003"}) {
            try {
                Out.println(new GZIPInputStream(new ByteArrayInputStream(HexFormat.of().parseHex(each))).read());
            } catch (IOException e) {
                Out.println(e.getClass().getName() + ": " + e.getMessage());
            }
        }
        try {
            new InflaterInputStream(new ByteArrayInputStream(good, 0, 12)).readAllBytes();
        } catch (IOException e) {
            Out.println(e.getClass().getName() + ": " + e.getMessage());
        }
    }

    private static void report(byte[] data, boolean raw) {
        Out.println(outcome(data, raw));
    }

    private static String outcome(byte[] data, boolean raw) {
        Inflater inflater = new Inflater(raw);
        inflater.setInput(data);
        byte[] out = new byte[64];
        try {
            int made = inflater.inflate(out);
            return made + " " + inflater.finished() + " " + inflater.needsDictionary();
        } catch (DataFormatException e) {
            return e.getMessage();
        }
    }
}
