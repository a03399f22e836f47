package org.bulkhead.programs.util.zip;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import org.bulkhead.programs.AllocatesMuch;
import org.bulkhead.programs.Out;

/** Every level and strategy, with and without a header, through buffers of different sizes, and back again. */
@AllocatesMuch
public final class DeflateAndInflate {
    public static void main(String[] args) throws DataFormatException {
        byte[][] samples = {new byte[0], {42}, Samples.text(70_000), Samples.noise(40_000), new byte[100_000]};
        for (byte[] sample : samples) {
            for (int level = -1; level <= 9; level += 2) {
                for (int strategy : new int[] {Deflater.DEFAULT_STRATEGY, Deflater.FILTERED, Deflater.HUFFMAN_ONLY}) {
                    boolean raw = (level & 2) == 0;
                    byte[] packed = deflate(sample, level, strategy, raw, 1000);
                    Out.println(sample.length + " " + level + " " + strategy + " " + raw + " " + Arrays.equals(sample, inflate(packed, raw, 777))
                        + " " + (packed.length <= sample.length + sample.length / 1000 + 50));
                }
            }
        }
        changesOfParameters();
        totals();
    }

    private static byte[] deflate(byte[] sample, int level, int strategy, boolean raw, int step) {
        Deflater deflater = new Deflater(level, raw);
        deflater.setStrategy(strategy);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] buffer = new byte[step];
        for (int from = 0; from < sample.length; from += 10_000) {
            deflater.setInput(sample, from, Math.min(10_000, sample.length - from));
            while (!deflater.needsInput()) {
                out.write(buffer, 0, deflater.deflate(buffer));
            }
        }
        deflater.finish();
        while (!deflater.finished()) {
            out.write(buffer, 0, deflater.deflate(buffer));
        }
        deflater.end();
        return out.toByteArray();
    }

    private static byte[] inflate(byte[] packed, boolean raw, int step) throws DataFormatException {
        Inflater inflater = new Inflater(raw);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] buffer = new byte[step];
        int from = 0;
        while (!inflater.finished()) {
            int made = inflater.inflate(buffer);
            out.write(buffer, 0, made);
            if (made == 0 && inflater.needsInput() && from < packed.length) {
                int length = Math.min(555, packed.length - from);
                inflater.setInput(packed, from, length);
                from += length;
            }
        }
        inflater.end();
        return out.toByteArray();
    }

    private static void changesOfParameters() throws DataFormatException {
        byte[] text = Samples.text(5000);
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
        byte[] packed = new byte[20_000];
        deflater.setInput(text);
        int length = deflater.deflate(packed, 0, packed.length, Deflater.SYNC_FLUSH);
        deflater.setLevel(Deflater.NO_COMPRESSION);
        deflater.setInput(text);
        deflater.finish();
        while (!deflater.finished()) {
            length += deflater.deflate(packed, length, packed.length - length);
        }
        byte[] both = inflate(Arrays.copyOf(packed, length), false, 4096);
        Out.println(both.length + " " + Arrays.equals(text, Arrays.copyOf(both, 5000)) + " " + Arrays.equals(text, Arrays.copyOfRange(both, 5000, 10_000)) + " " + (length > 5000));
    }

    private static void totals() throws DataFormatException {
        byte[] text = Samples.text(3000);
        Deflater deflater = new Deflater();
        byte[] packed = new byte[4000];
        for (int round = 0; round < 2; round++) {
            deflater.setInput(text);
            deflater.finish();
            int length = deflater.deflate(packed);
            Out.println(deflater.finished() + " " + deflater.getTotalIn() + " " + (deflater.getTotalOut() == length) + " " + Integer.toHexString(deflater.getAdler()));
            Inflater inflater = new Inflater();
            inflater.setInput(packed, 0, packed.length);
            byte[] back = new byte[3001];
            Out.println(inflater.inflate(back) + " " + inflater.finished() + " " + inflater.getBytesWritten() + " " + (inflater.getRemaining() == packed.length - length)
                + " " + Integer.toHexString(inflater.getAdler()) + " " + (inflater.getTotalIn() == length));
            inflater.end();
            try {
                inflater.inflate(back);
            } catch (NullPointerException e) {
                Out.println(e.getMessage());
            }
            deflater.reset();
        }
    }
}
