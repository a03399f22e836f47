package org.bulkhead.builder.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.bulkhead.builder.UserProblem;
import org.bulkhead.builder.volume.ImageVolume;

/**
 * Remembers beside an image what it was made from, so that the same image is not built twice.
 *
 * <p>Images are reproducible: equal inputs give equal bytes. The file {@code IMAGE.inputs} holds the digest of the inputs and
 * that of the image, so that a damaged or replaced image is noticed too. The system volume is left out: what was installed there stays until the image is built anew.
 */
final class ImageInputs {
    private final Path image;
    private final Path record;
    private final String inputs;

    /** @param options whatever else decides what the image holds */
    ImageInputs(Path image, List<Path> classPath, String options) {
        this.image = image;
        this.record = image.resolveSibling(image.getFileName() + ".inputs");
        this.inputs = digest(classPath, options);
    }

    /** Returns whether the image is there and was made from these inputs. */
    boolean isFresh() {
        try {
            return Files.exists(record) && Files.exists(image) && Files.readString(record).equals(text());
        } catch (IOException e) {
            return false;
        }
    }

    /** Says that the image was made from these inputs. */
    void remember() {
        try {
            Files.writeString(record, text());
        } catch (IOException e) {
            throw UserProblem.failure("cannot write " + record + ": " + e.getMessage(), e);
        }
    }

    private String text() throws IOException {
        MessageDigest digest = sha256();
        try (InputStream bytes = Files.newInputStream(image)) {
            digest.update(bytes.readNBytes(Math.toIntExact(ImageVolume.start(image))));
        }
        return "inputs " + inputs + "\nimage " + HexFormat.of().formatHex(digest.digest()) + "\n";
    }

    private static String digest(List<Path> classPath, String options) {
        MessageDigest digest = sha256();
        add(digest, options);
        add(digest, System.getProperty("java.runtime.version"));
        add(digest, System.getProperty("java.home"));
        for (Path entry : classPath) {
            try (Stream<Path> files = Files.walk(entry)) {
                for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile).sorted()::iterator) {
                    add(digest, entry.relativize(file).toString());
                    digest.update(Files.readAllBytes(file));
                }
            } catch (IOException e) {
                throw UserProblem.failure("the class path cannot be read: " + e.getMessage(), e);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void add(MessageDigest digest, String text) {
        digest.update((text + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
