package org.bulkhead.builder.scenario;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.bulkhead.builder.UserProblem;
import org.bulkhead.builder.emulator.EmulatorConfig;
import org.bulkhead.builder.manifest.BootSet;

/**
 * A program reads and writes a disk where the numbers of sectors stop fitting into 28 bits. The disk is a file of 129 GiB, nearly all of it a hole that takes no room.
 *
 * <p>It passes if what was read is what the host put there, what was written is found there by the host, and nothing else has changed where an address cut off at 28 bits would lead.
 */
public final class LargeDisk implements Scenario {
    private static final int SECTOR = 512;
    private static final int PIECE = 64 * SECTOR;
    private static final long LIMIT = (1L << 28) * SECTOR;
    private static final long SIZE = LIMIT + (1L << 30);
    private static final byte[] NOTHING = new byte[PIECE];

    @Override
    public String name() {
        return "large-disk";
    }

    @Override
    public String description() {
        return "a disk of 129 GiB is read and written beyond the limit of 28-bit addresses";
    }

    @Override
    public BootSet bootSet() {
        return BootSet.LARGE_DISK;
    }

    @Override
    public Verdict run(ScenarioContext context) {
        Path disk = context.folder().resolve("disk.img");
        Random random = new Random(context.seed());
        byte[] across = bytes(random);
        byte[] beyond = bytes(random);
        try (FileChannel file = FileChannel.open(disk, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, StandardOpenOption.READ, StandardOpenOption.SPARSE)) {
            put(file, LIMIT - PIECE / 2, across);
            put(file, LIMIT + PIECE, beyond);
            put(file, SIZE - PIECE, NOTHING);
            Map<String, String> expected = new LinkedHashMap<>();
            expected.put("BLOCKS", Long.toString(SIZE / SECTOR));
            expected.put("READ_ACROSS", ScenarioDisk.digest(across));
            expected.put("READ_BEYOND", ScenarioDisk.digest(beyond));
            EmulatorConfig config = EmulatorConfig.of(context.image()).withKind(context.kind()).withSecondDisk(disk).withTimeout(context.timeout());
            ScenarioRun run = ScenarioRun.of(config, context);
            List<String> problems = new ArrayList<>();
            run.checkEnd(problems);
            check(file, SIZE - PIECE, reversed(beyond), "the end of the disk, which was written,", problems);
            check(file, LIMIT - PIECE / 2, across, "what lies across the limit", problems);
            check(file, LIMIT + PIECE, beyond, "what lies beyond the limit", problems);
            check(file, (SIZE - PIECE) % LIMIT, NOTHING, "where the end lies without the upper bits of its address", problems);
            return DeedsReport.judge(name(), "disk", expected, run.lines(), problems, context);
        } catch (IOException e) {
            throw UserProblem.failure("cannot write the disk " + disk + ": " + e, e);
        }
    }

    private static byte[] bytes(Random random) {
        byte[] bytes = new byte[PIECE];
        random.nextBytes(bytes);
        return bytes;
    }

    private static byte[] reversed(byte[] bytes) {
        byte[] reversed = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            reversed[i] = bytes[bytes.length - 1 - i];
        }
        return reversed;
    }

    private static void put(FileChannel file, long at, byte[] bytes) throws IOException {
        file.write(ByteBuffer.wrap(bytes), at);
    }

    private static void check(FileChannel file, long at, byte[] expected, String what, List<String> problems) throws IOException {
        ByteBuffer found = ByteBuffer.allocate(expected.length);
        file.read(found, at);
        if (!Arrays.equals(expected, found.array())) {
            problems.add(what + " has the wrong content");
        }
    }
}
