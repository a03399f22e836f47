package org.bulkhead.programs.util.zip;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import org.bulkhead.programs.Out;

/** Preset dictionaries, and direct buffers as sources and destinations. */
public final class Dictionaries {
    public static void main(String[] args) throws DataFormatException {
        byte[] dictionary = "bulkheads divide the hull".getBytes(StandardCharsets.US_ASCII);
        byte[] text = "bulkheads divide the hull, and the hull floats".getBytes(StandardCharsets.US_ASCII);
        Deflater deflater = new Deflater();
        deflater.setDictionary(dictionary);
        deflater.setInput(text);
        deflater.finish();
        byte[] packed = new byte[200];
        int length = deflater.deflate(packed);
        Inflater inflater = new Inflater();
        inflater.setInput(packed, 0, length);
        byte[] back = new byte[200];
        Out.println(inflater.inflate(back) + " " + inflater.needsDictionary() + " " + Integer.toHexString(inflater.getAdler()));
        try {
            inflater.setDictionary(new byte[] {1, 2, 3});
        } catch (IllegalArgumentException e) {
            Out.println("another dictionary");
        }
        inflater.setDictionary(dictionary);
        Out.println(new String(back, 0, inflater.inflate(back), StandardCharsets.US_ASCII) + " " + inflater.finished());
        buffers();
    }

    private static void buffers() throws DataFormatException {
        ByteBuffer source = ByteBuffer.allocateDirect(2000);
        source.put(Samples.text(2000)).flip();
        ByteBuffer packed = ByteBuffer.allocateDirect(3000);
        packed.position(100);
        Deflater deflater = new Deflater();
        deflater.setInput(source);
        deflater.finish();
        int length = deflater.deflate(packed);
        Out.println(source.remaining() + " " + (packed.position() == 100 + length) + " " + deflater.finished());
        packed.limit(packed.position()).position(100);
        ByteBuffer back = ByteBuffer.allocate(5000);
        Inflater inflater = new Inflater();
        inflater.setInput(packed);
        Out.println(inflater.inflate(back) + " " + packed.remaining() + " " + inflater.finished());
        back.flip();
        source.flip();
        Out.println(back.equals(ByteBuffer.wrap(Samples.text(2000))) + " " + source.equals(back));
    }
}
