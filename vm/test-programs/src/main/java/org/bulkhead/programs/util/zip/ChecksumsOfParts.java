package org.bulkhead.programs.util.zip;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.zip.Adler32;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import java.util.zip.CheckedInputStream;
import java.util.zip.Checksum;
import org.bulkhead.programs.Out;

/** Checksums of whole arrays, of parts, of single bytes and of buffers. */
public final class ChecksumsOfParts {
    public static void main(String[] args) throws IOException {
        byte[] data = Samples.noise(20_000);
        ByteBuffer direct = ByteBuffer.allocateDirect(data.length);
        direct.put(data).flip();
        for (Checksum sum : new Checksum[] {new CRC32(), new Adler32(), new CRC32C()}) {
            Out.println(Long.toHexString(sum.getValue()));
            sum.update(data);
            Out.println(Long.toHexString(sum.getValue()));
            sum.update(data, 17, 4001);
            sum.update(200);
            Out.println(Long.toHexString(sum.getValue()));
            sum.reset();
            sum.update(direct.duplicate());
            sum.update(ByteBuffer.wrap(data, 3, 30));
            Out.println(Long.toHexString(sum.getValue()));
            byte[] ones = new byte[6000];
            java.util.Arrays.fill(ones, (byte) -1);
            sum.update(ones);
            Out.println(Long.toHexString(sum.getValue()));
            sum.reset();
            CheckedInputStream in = new CheckedInputStream(new ByteArrayInputStream(data), sum);
            in.readNBytes(1234);
            Out.println(in.getChecksum().getValue() + " " + in.skip(100) + " " + sum.getValue());
        }
    }
}
