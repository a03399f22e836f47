package org.bulkhead.volume;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.bulkhead.isolate.protocol.FileException;
import org.bulkhead.isolate.protocol.MissingFileException;
import org.bulkhead.isolate.protocol.VolumeFullException;

/** Random changes of a volume and of a map do the same, and fsck.fat has no complaint. */
class FatModelTest {
    private static final int CHANGES = 120;
    private static final int NAMES = 30;
    private static final int LARGEST = 40_000;

    @Property(tries = 40)
    void changesDoWhatTheySay(@ForAll long seed) throws IOException, FileException {
        Random random = new Random(seed);
        MemoryBlocks blocks = MemoryBlocks.formatted(FatFormat.LEAST);
        FatVolume volume = new FatVolume(() -> blocks, () -> 0);
        volume.createFolder("/folder");
        TreeMap<String, byte[]> model = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (int i = 0; i < CHANGES; i++) {
            change(volume, model, random);
            if (random.nextInt(20) == 0) {
                volume = new FatVolume(() -> blocks, () -> 0);
            }
        }
        for (String path : model.keySet()) {
            byte[] expected = model.get(path);
            ByteBuffer found = ByteBuffer.allocate(expected.length + 1);
            assertEquals(expected.length, volume.read(path, 0, found), path);
            assertArrayEquals(expected, Arrays.copyOf(found.array(), expected.length), path);
        }
        int files = 0;
        for (String folder : new String[] {"/", "/folder"}) {
            for (int index = 0; volume.list(folder, index) != null; index++) {
                files++;
            }
        }
        assertEquals(model.size() + 1, files);
        Path image = Files.createTempFile("bulkhead-volume", ".img");
        try {
            HostTools.Answer answer = new HostTools(image).check(blocks.contents());
            assertEquals(0, answer.status(), answer.text());
        } finally {
            Files.delete(image);
        }
    }

    private static String path(Random random) {
        int number = random.nextInt(NAMES);
        String name = switch (number % 4) {
            case 0 -> "FILE" + number;
            case 1 -> "file" + number + ".text";
            case 2 -> "A file with a name that needs several slots, " + number;
            default -> "mixed" + number + ".Jar";
        };
        return (random.nextBoolean() ? "/folder/" : "/") + (random.nextInt(5) == 0 ? name.toUpperCase(java.util.Locale.ROOT) : name);
    }

    private static void change(FatVolume volume, TreeMap<String, byte[]> model, Random random) throws FileException {
        String path = path(random);
        byte[] had = model.get(path);
        switch (random.nextInt(6)) {
            case 0 -> {
                volume.create(path);
                model.remove(path);
                model.put(path, new byte[0]);
            }
            case 1, 2 -> {
                if (had != null) {
                    write(volume, model, path, had, random);
                }
            }
            case 3 -> {
                if (had != null) {
                    int size = random.nextInt(had.length + 1);
                    volume.truncate(path, size);
                    model.put(path, Arrays.copyOf(had, size));
                }
            }
            case 4 -> {
                if (random.nextBoolean()) {
                    volume.delete(path);
                    model.remove(path);
                }
            }
            default -> rename(volume, model, path, path(random));
        }
    }

    private static void write(FatVolume volume, TreeMap<String, byte[]> model, String path, byte[] had, Random random) throws FileException {
        int offset = random.nextInt(had.length + 1);
        byte[] piece = new byte[random.nextInt(LARGEST)];
        random.nextBytes(piece);
        volume.write(path, offset, ByteBuffer.wrap(piece));
        byte[] now = Arrays.copyOf(had, Math.max(had.length, offset + piece.length));
        System.arraycopy(piece, 0, now, offset, piece.length);
        model.put(path, now);
    }

    private static void rename(FatVolume volume, TreeMap<String, byte[]> model, String path, String target) throws FileException {
        byte[] moved = model.get(path);
        try {
            volume.rename(path, ByteBuffer.wrap(target.getBytes(StandardCharsets.UTF_8)));
        } catch (MissingFileException e) {
            assertEquals(null, moved);
            return;
        } catch (VolumeFullException e) {
            return;
        }
        if (moved != null) {
            model.remove(path);
            model.remove(target);
            model.put(target, moved);
        }
    }
}
