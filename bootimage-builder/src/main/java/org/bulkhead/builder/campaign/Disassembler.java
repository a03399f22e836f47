package org.bulkhead.builder.campaign;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bulkhead.builder.UserProblem;

/** Decodes machine code by {@code ndisasm}, which comes with NASM. */
final class Disassembler {
    private static final Pattern LINE = Pattern.compile("([0-9A-F]{8,16})  ([0-9A-F]+)\\s+(.*)");
    private static final Pattern CONTINUED = Pattern.compile("\\s+-([0-9A-F]+)");
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private Disassembler() {}

    /**
     * Returns the instructions of a piece of 64-bit code, one after the other.
     *
     * @param address of its first byte
     * @throws UserProblem if ndisasm cannot be run
     */
    static List<Instruction> decode(long address, byte[] code) {
        try {
            Path file = Files.createTempFile("bulkhead-code-", ".bin");
            try {
                Files.write(file, code);
                Process process = new ProcessBuilder("ndisasm", "-b", "64", "-o", "0x" + Long.toHexString(address), file.toString()).redirectErrorStream(true).start();
                String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
                if (process.waitFor() != 0) {
                    throw UserProblem.failure("ndisasm failed: " + text.strip());
                }
                return parse(text);
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw UserProblem.failure("ndisasm cannot be run: run scripts/setup (or apt-get install nasm): " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw UserProblem.failure("interrupted", e);
        }
    }

    private static List<Instruction> parse(String text) throws IOException {
        List<Instruction> found = new ArrayList<>();
        for (String line : (Iterable<String>) text.lines()::iterator) {
            Matcher whole = LINE.matcher(line);
            Matcher rest = CONTINUED.matcher(line);
            if (whole.matches()) {
                found.add(new Instruction(Long.parseLong(whole.group(1), 16), HEX.parseHex(whole.group(2)), whole.group(3).strip()));
            } else if (rest.matches()) {
                Instruction begun = found.remove(found.size() - 1);
                ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                bytes.write(begun.bytes());
                bytes.write(HEX.parseHex(rest.group(1)));
                found.add(new Instruction(begun.address(), bytes.toByteArray(), begun.text()));
            }
        }
        return found;
    }
}
