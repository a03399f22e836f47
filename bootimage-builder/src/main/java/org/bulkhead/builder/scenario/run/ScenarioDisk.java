package org.bulkhead.builder.scenario.run;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Random;
import org.bulkhead.builder.UserProblem;
import org.bulkhead.builder.scenario.judge.Area;
import org.bulkhead.builder.scenario.file.DiskSpec;

/** A raw disk whose contents follow from a seed; where it has none it is a hole in the file, which takes no room. */
final class ScenarioDisk {
    private static final int CHUNK = 64 << 10;

    private final Path file;

    private ScenarioDisk(Path file) {
        this.file = file;
    }

    /** Writes the disk of a seed to a file, which must not be there yet. */
    static ScenarioDisk write(Path file, DiskSpec spec, long seed) {
        Random random = new Random(seed);
        byte[] chunk = new byte[CHUNK];
        try (FileChannel out = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, StandardOpenOption.SPARSE)) {
            out.write(ByteBuffer.allocate(1), spec.size() - 1);
            for (Area area : spec.contents()) {
                for (long written = 0; written < area.size(); written += CHUNK) {
                    random.nextBytes(chunk);
                    out.write(ByteBuffer.wrap(chunk, 0, (int) Math.min(CHUNK, area.size() - written)), area.at() + written);
                }
            }
            return new ScenarioDisk(file);
        } catch (IOException e) {
            throw UserProblem.failure("cannot write the disk " + file + ": " + e.getMessage() + "; make room in the folder for temporary files, or name another in TMPDIR", e);
        }
    }

    /** Returns the SHA-256 of each of some parts as lower-case hexadecimal digits. */
    Map<Area, String> digests(Collection<Area> areas) {
        Map<Area, String> digests = new HashMap<>();
        try (FileChannel in = FileChannel.open(file, StandardOpenOption.READ)) {
            for (Area each : areas) {
                digests.put(each, digest(in, each));
            }
            return Map.copyOf(digests);
        } catch (IOException e) {
            throw UserProblem.failure("cannot read the disk " + file + ": " + e.getMessage(), e);
        }
    }

    private static String digest(FileChannel in, Area area) throws IOException {
        MessageDigest digest = sha256();
        ByteBuffer chunk = ByteBuffer.allocate(CHUNK);
        for (long done = 0; done < area.size(); done += chunk.limit()) {
            chunk.clear().limit((int) Math.min(CHUNK, area.size() - done));
            while (chunk.hasRemaining()) {
                if (in.read(chunk, area.at() + done + chunk.position()) < 0) {
                    throw new IOException("it ends before byte " + (area.at() + area.size()));
                }
            }
            digest.update(chunk.flip());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
