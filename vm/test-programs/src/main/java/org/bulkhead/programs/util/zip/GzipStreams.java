package org.bulkhead.programs.util.zip;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Base64;
import java.util.zip.DeflaterInputStream;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.InflaterInputStream;
import java.util.zip.InflaterOutputStream;
import org.bulkhead.programs.AllocatesMuch;
import org.bulkhead.programs.Out;

/** Streams that deflate and inflate what goes through them. */
@AllocatesMuch
public final class GzipStreams {
    /** Made by gzip. */
    private static final String FROM_GZIP = "H4sIAAAAAAAAA0sqzcnOSE1MUUjMS1HIKM3JAQCY9AmUEQAAAA==";

    public static void main(String[] args) throws IOException {
        byte[] text = Samples.text(50_000);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes, 300, true)) {
            out.write(text, 0, 20_000);
            out.flush();
            out.write(text, 20_000, 30_000);
        }
        int first = bytes.size();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(Samples.noise(1000));
        }
        Out.println(first < 25_000);
        byte[] both = new GZIPInputStream(new ByteArrayInputStream(bytes.toByteArray())).readAllBytes();
        Out.println(both.length + " " + Arrays.equals(text, Arrays.copyOf(both, 50_000)) + " " + Arrays.hashCode(both));
        byte[] broken = bytes.toByteArray();
        broken[first - 6] ^= 1;
        try {
            new GZIPInputStream(new ByteArrayInputStream(broken)).readAllBytes();
        } catch (IOException e) {
            Out.println(e.toString());
        }
        InputStream gzip = new GZIPInputStream(new ByteArrayInputStream(Base64.getDecoder().decode(FROM_GZIP)));
        try {
            Out.println(new String(gzip.readAllBytes()));
        } catch (IOException e) {
            Out.println(e.toString());
        }
        ByteArrayOutputStream deflated = new ByteArrayOutputStream();
        new DeflaterInputStream(new ByteArrayInputStream(text)).transferTo(deflated);
        ByteArrayOutputStream inflated = new ByteArrayOutputStream();
        try (InflaterOutputStream out = new InflaterOutputStream(inflated)) {
            out.write(deflated.toByteArray());
        }
        Out.println(Arrays.equals(text, inflated.toByteArray()));
        ByteArrayOutputStream again = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(again)) {
            out.write(text);
        }
        InflaterInputStream in = new InflaterInputStream(new ByteArrayInputStream(again.toByteArray()));
        Out.println(in.skip(1000) + " " + (char) in.read() + " " + in.available() + " " + in.readAllBytes().length + " " + in.available());
    }
}
