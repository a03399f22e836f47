package org.bulkhead.builder.scenario;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Random;
import org.bulkhead.builder.UserProblem;

/** A raw disk whose contents follow from a seed. */
final class ScenarioDisk {
    /** 16 MiB. */
    static final int SIZE = 16 << 20;

    private static final int CHUNK = 64 << 10;

    private ScenarioDisk() {}

    /** Writes the disk of a seed to a file. */
    static void write(Path file, long seed) {
        Random random = new Random(seed);
        byte[] chunk = new byte[CHUNK];
        try (OutputStream out = Files.newOutputStream(file)) {
            for (int written = 0; written < SIZE; written += CHUNK) {
                random.nextBytes(chunk);
                out.write(chunk);
            }
        } catch (IOException e) {
            throw UserProblem.failure("cannot write the disk " + file + ": " + e, e);
        }
    }

    /** Returns the SHA-256 of a file's bytes as lower-case hexadecimal digits. */
    static String digest(Path file) {
        try {
            return digest(Files.readAllBytes(file));
        } catch (IOException e) {
            throw UserProblem.failure("cannot read the disk " + file + ": " + e, e);
        }
    }

    /** Returns the SHA-256 of some bytes as lower-case hexadecimal digits. */
    static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
