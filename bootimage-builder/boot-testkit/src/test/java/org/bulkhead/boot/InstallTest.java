package org.bulkhead.boot;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.bulkhead.boot.testkit.BootTestkit;
import org.bulkhead.boot.testkit.BootedMachine;
import org.bulkhead.builder.emulator.EmulatorConfig;
import org.bulkhead.builder.emulator.EmulatorKind;
import org.bulkhead.builder.manifest.BootSet;
import org.bulkhead.builder.module.HostLoader;
import org.bulkhead.builder.volume.ImageVolume;
import org.bulkhead.builder.volume.VolumeContents;
import org.bulkhead.modules.MadeModule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Programs are installed into the running system, from a module that the host has sealed and from a jar that the system compiles itself. */
class InstallTest {
    private static final Duration LIMIT = Duration.ofMinutes(10);

    @RegisterExtension
    final BootTestkit kit = new BootTestkit();

    @TempDir
    Path folder;

    private Path image() throws IOException {
        return Files.copy(kit.image(BootSet.SHIPPING, VolumeContents.USUAL_MEGABYTES), folder.resolve("image.img"));
    }

    private BootedMachine boot(Path image) {
        BootedMachine machine = kit.boot(EmulatorConfig.of(image).withKind(EmulatorKind.BOCHS).withTimeout(LIMIT));
        machine.awaitPrompt();
        return machine;
    }

    @Test
    void aModuleThatTheHostSealedIsInstalledAndRuns() throws IOException {
        Path image = image();
        try (ImageVolume volume = ImageVolume.open(image)) {
            MadeModule made = HostLoader.of(volume).make(List.of(Jars.of(InstalledHello.class)), "hello.jar");
            volume.put(Map.of("/modules/hello.module", made.sealed().toBytes()));
        }
        BootedMachine machine = boot(image);
        String answer = machine.command("install /modules/hello.module");
        assertTrue(answer.contains("installed hello: "), answer);
        machine.awaitLog("^hello: I am installed, life 0, the clock works: true$");
        String modules = machine.command("modules");
        assertTrue(modules.lines().anyMatch(line -> line.matches("hello +hello +current +0 +\\d+ +1 +/modules/hello.module")), modules);
        machine.kill("hello");
        machine.awaitLog("^hello: I am installed, life 1, the clock works: true$");
        machine.halt();
    }

    @Test
    void aJarIsCompiledByTheSystemItselfToTheBytesOfTheHost() throws IOException {
        Path image = image();
        byte[] jar = Jars.of(InstalledHello.class);
        MadeModule made;
        try (ImageVolume volume = ImageVolume.open(image)) {
            made = HostLoader.of(volume).make(List.of(jar), "hello.jar");
            volume.put(Map.of("/modules/hello.jar", jar, "/modules/bad.jar", Arrays.copyOf(jar, jar.length / 2)));
        }
        BootedMachine machine = boot(image);
        String refusal = machine.command("install /modules/bad.jar");
        assertTrue(refusal.contains("/modules/bad.jar: it has no zip end record: it is truncated, or no archive: build the jar again"), refusal);
        String answer = machine.command("install /modules/hello.jar");
        assertTrue(answer.contains("methods compiled"), answer);
        machine.awaitLog("^hello: I am installed, life 0, the clock works: true$");
        machine.halt();
        try (ImageVolume volume = ImageVolume.open(machine.disk())) {
            String key = HexFormat.of().formatHex(made.sealed().key());
            assertArrayEquals(made.sealed().toBytes(), volume.get("/modules/cache/" + key), "the module that the system has kept");
        }
    }
}
