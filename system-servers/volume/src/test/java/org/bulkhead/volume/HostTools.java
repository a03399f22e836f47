package org.bulkhead.volume;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What others say of a volume: mtools and fsck.fat, which scripts/setup installs. */
final class HostTools {
    private final Path image;

    /** Looks at a volume through a file, which is written anew with each look. */
    HostTools(Path image) {
        this.image = image;
    }

    record Answer(int status, String text) {}

    /** Returns what fsck.fat finds, without writing anything. */
    Answer check(byte[] volume) {
        write(volume);
        String command = Files.isExecutable(Path.of("/usr/sbin/fsck.fat")) ? "/usr/sbin/fsck.fat" : "fsck.fat";
        return run(List.of(command, "-n", image.toString()));
    }

    /** Has one of the mtools work on a volume in place; returns what it prints. */
    String mtool(byte[] volume, String tool, String... arguments) {
        write(volume);
        List<String> command = new ArrayList<>(List.of(tool, "-i", image.toString()));
        command.addAll(List.of(arguments));
        Answer answer = run(command);
        if (answer.status != 0) {
            throw new AssertionError(command + ": " + answer.text);
        }
        try {
            byte[] after = Files.readAllBytes(image);
            System.arraycopy(after, 0, volume, 0, after.length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return answer.text;
    }

    private void write(byte[] volume) {
        try {
            Files.write(image, volume);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Answer run(List<String> command) {
        try {
            ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.environment().put("LC_ALL", "C.UTF-8");
            builder.environment().put("MTOOLS_SKIP_CHECK", "0");
            Process process = builder.start();
            process.getOutputStream().close();
            String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Answer(process.waitFor(), text);
        } catch (IOException e) {
            throw new UncheckedIOException(command.get(0) + " is missing: scripts/setup installs it", e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
