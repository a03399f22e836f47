package org.bulkhead.boot;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bulkhead.boot.testkit.BootTestkit;
import org.bulkhead.boot.testkit.BootedMachine;
import org.bulkhead.builder.emulator.EmulatorConfig;
import org.bulkhead.builder.emulator.EmulatorKind;
import org.bulkhead.builder.manifest.BootSet;
import org.bulkhead.builder.volume.ImageVolume;
import org.bulkhead.builder.volume.VolumeContents;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The system volume between host and system: what one of them writes the other reads, also while driver and server die. */
class VolumeTest {
    private static final Duration LIMIT = Duration.ofMinutes(10);
    private static final int SECTOR = 512;
    private static final int VOLUME_ENTRY = 446 + 32;

    @RegisterExtension
    final BootTestkit kit = new BootTestkit();

    @TempDir
    private Path folder;

    private Path image(Class<?>... programs) throws IOException {
        return Files.copy(kit.image(BootSet.SHIPPING, VolumeContents.USUAL_MEGABYTES, programs), folder.resolve("image.img"));
    }

    private BootedMachine boot(Path image, EmulatorKind kind) {
        BootedMachine machine = kit.boot(EmulatorConfig.of(image).withKind(kind).withTimeout(LIMIT));
        machine.awaitPrompt();
        return machine;
    }

    /** Has another program look at the volume of a disk; returns what it prints. */
    private String look(Path disk, String... command) throws IOException, InterruptedException {
        byte[] all = Files.readAllBytes(disk);
        ByteBuffer table = ByteBuffer.wrap(all).order(ByteOrder.LITTLE_ENDIAN);
        int start = table.getInt(VOLUME_ENTRY + 8) * SECTOR;
        Path volume = Files.write(folder.resolve("volume"), Arrays.copyOfRange(all, start, start + table.getInt(VOLUME_ENTRY + 12) * SECTOR));
        List<String> words = new ArrayList<>(List.of(command));
        words.add(volume.toString());
        Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), text);
        return text;
    }

    private static String fsck() {
        return Files.isExecutable(Path.of("/usr/sbin/fsck.fat")) ? "/usr/sbin/fsck.fat" : "fsck.fat";
    }

    @ParameterizedTest
    @EnumSource
    void hostAndSystemReadWhatTheOtherWrites(EmulatorKind kind) throws Exception {
        Path image = image();
        byte[] jar = FileWorker.contents(9);
        try (ImageVolume volume = ImageVolume.open(image)) {
            volume.put("/hello.txt", "Hello from the host.\n".getBytes(StandardCharsets.US_ASCII));
            volume.put("/modules/A printer.jar", jar);
        }
        BootedMachine machine = boot(image, kind);
        String listed = machine.command("ls");
        assertTrue(listed.contains("hello.txt") && listed.contains("modules/"), listed);
        assertTrue(machine.command("ls modules").contains("A printer.jar  " + jar.length + "  20"), machine::console);
        assertTrue(machine.command("ls /system").contains("java.base.jar  "), machine::console);
        assertTrue(machine.command("cat hello.txt").contains("\nHello from the host.\n"), machine::console);
        machine.command("cp hello.txt modules/hello.copy");
        machine.command("mkdir made");
        machine.command("mv modules/hello.copy made");
        machine.command("rm hello.txt");
        machine.command("cp /system/bulkhead.jar made/api.jar");
        assertTrue(machine.command("cat nothing").contains("there is nothing at /nothing"), machine::console);
        machine.halt();
        look(machine.disk(), fsck(), "-n");
        assertEquals("::/modules/A printer.jar\n", look(machine.disk(), "mdir", "-b", "::modules", "-i"));
        assertTrue(look(machine.disk(), "mtype", "::made/hello.copy", "-i").contains("Hello from the host."));
        try (ImageVolume volume = ImageVolume.open(machine.disk())) {
            assertEquals(null, volume.find("/hello.txt"));
            assertArrayEquals(volume.get("/system/bulkhead.jar"), volume.get("/made/api.jar"));
        }
    }

    @Test
    void filesAreWholeWhileDriverAndServerAreKilled() throws Exception {
        BootedMachine machine = boot(image(FileWorker.class), EmulatorKind.BOCHS);
        int rounds = 40;
        machine.command("up file-worker " + rounds);
        for (int round = 1; round <= 8; round++) {
            machine.awaitLog("file-worker: round " + 4 * round + "\n");
            machine.kill(round % 2 == 0 ? "ata0" : "files");
        }
        machine.awaitLog("file-worker: round " + rounds + "\n");
        machine.awaitPrompt();
        machine.halt();
        assertEquals(4, machine.deaths("ata0").size());
        assertEquals(4, machine.deaths("files").size());
        look(machine.disk(), fsck(), "-n");
        try (ImageVolume volume = ImageVolume.open(machine.disk())) {
            assertArrayEquals(FileWorker.contents(rounds), volume.get(FileWorker.FIRST));
            assertArrayEquals(FileWorker.contents(rounds), volume.get(FileWorker.SECOND));
        }
    }
}
