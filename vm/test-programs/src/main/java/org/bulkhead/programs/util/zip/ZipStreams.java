package org.bulkhead.programs.util.zip;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.bulkhead.programs.AllocatesMuch;
import org.bulkhead.programs.Out;

/** A zip file written and read again: stored and deflated entries, comments, names that are not ASCII, and damage. */
@AllocatesMuch
public final class ZipStreams {
    private static final long MOMENT = 1_700_000_000_000L;

    public static void main(String[] args) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            out.setComment("a comment");
            ZipEntry deflated = new ZipEntry("folder/text.txt");
            deflated.setTime(MOMENT);
            deflated.setComment("of an entry");
            deflated.setExtra(new byte[] {(byte) 0xCA, (byte) 0xFE, 0, 0});
            out.putNextEntry(deflated);
            out.write(Samples.text(10_000));
            out.closeEntry();
            ZipEntry stored = new ZipEntry("\u00fcber/\u20ac.bin");
            byte[] noise = Samples.noise(500);
            CRC32 sum = new CRC32();
            sum.update(noise);
            stored.setMethod(ZipEntry.STORED);
            stored.setSize(noise.length);
            stored.setCrc(sum.getValue());
            stored.setTime(MOMENT);
            out.putNextEntry(stored);
            out.write(noise);
            out.putNextEntry(new ZipEntry("folder/"));
            try {
                out.putNextEntry(new ZipEntry("folder/text.txt"));
            } catch (ZipException e) {
                Out.println(e.getMessage());
            }
        }
        byte[] zip = bytes.toByteArray();
        read(zip);
        byte[] cut = Arrays.copyOf(zip, 150);
        read(cut);
        byte[] broken = zip.clone();
        broken[80] ^= 0x40;
        read(broken);
    }

    private static void read(byte[] zip) {
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                byte[] content = in.readAllBytes();
                in.closeEntry();
                Out.println(entry.getName() + " " + entry.isDirectory() + " " + content.length + " " + entry.getSize() + " " + Long.toHexString(entry.getCrc())
                    + " " + Arrays.hashCode(content) + " " + entry.getMethod() + " " + (entry.getExtra() == null ? 0 : entry.getExtra().length));
            }
        } catch (IOException e) {
            Out.println(e.getClass().getName());
        }
    }
}
