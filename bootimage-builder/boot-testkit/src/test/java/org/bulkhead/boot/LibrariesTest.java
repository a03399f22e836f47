package org.bulkhead.boot;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.common.collect.ImmutableList;
import com.google.common.util.concurrent.internal.InternalFutures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.commons.lang3.StringUtils;
import org.bulkhead.boot.testkit.BootTestkit;
import org.bulkhead.boot.testkit.BootedMachine;
import org.bulkhead.builder.emulator.EmulatorConfig;
import org.bulkhead.builder.manifest.BootSet;
import org.bulkhead.builder.module.HostLoader;
import org.bulkhead.builder.volume.ImageVolume;
import org.bulkhead.vm.linker.module.SealedModule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.tree.ClassNode;

/** Libraries as they come from Maven Central, in programs that run in the booted system and print what they print on HotSpot: one compiled by the system itself, the others sealed on the host. */
class LibrariesTest {
    private static final Duration LIMIT = Duration.ofMinutes(15);
    private static final int VOLUME_MEGABYTES = 128;

    @RegisterExtension
    final BootTestkit kit = new BootTestkit();

    @TempDir
    Path folder;

    @Test
    void programsPrintWhatTheyPrintOnHotSpot() throws IOException, InterruptedException {
        LibraryProgram asm = new LibraryProgram(folder, "asm", ClassReader.class, ClassNode.class);
        LibraryProgram[] sealed = {
            new LibraryProgram(folder, "lang", StringUtils.class),
            new LibraryProgram(folder, "guava", ImmutableList.class, InternalFutures.class),
            new LibraryProgram(folder, "jackson", ObjectMapper.class, JsonFactory.class, JsonProperty.class),
        };
        Path image = Files.copy(kit.image(BootSet.SHIPPING, VOLUME_MEGABYTES), folder.resolve("image.img"));
        SealedModule ofHost;
        try (ImageVolume volume = ImageVolume.open(image)) {
            HostLoader loader = HostLoader.of(volume);
            ofHost = loader.make(asm.jars(), asm.path()).sealed();
            Map<String, byte[]> files = new LinkedHashMap<>(asm.files());
            for (LibraryProgram each : sealed) {
                files.put(modulePath(each), loader.make(each.jars(), each.path()).sealed().toBytes());
            }
            volume.put(files);
        }
        BootedMachine machine = kit.boot(EmulatorConfig.of(image).withTimeout(LIMIT));
        machine.awaitPrompt();
        assertPrintsTheSame(machine, asm, asm.path());
        machine.awaitLog("^loader: asmsample from " + asm.path() + ": \\d+ pages, [1-9]\\d* methods compiled; thousands of ticks: reading .*$");
        assertPrintsTheSame(machine, asm, asm.path());
        machine.awaitLog("^loader: asmsample from " + asm.path() + ": \\d+ pages, 0 methods compiled; thousands of ticks: reading .*$");
        for (LibraryProgram each : sealed) {
            assertPrintsTheSame(machine, each, modulePath(each));
        }
        machine.halt();
        try (ImageVolume volume = ImageVolume.open(machine.disk())) {
            assertArrayEquals(ofHost.toBytes(), volume.get("/modules/cache/" + HexFormat.of().formatHex(ofHost.key())), "the module that the system has made");
        }
        machine.log().lines().filter(line -> line.startsWith("loader: ")).forEach(System.out::println);
    }

    private static String modulePath(LibraryProgram program) {
        return program.path().replace(".jar", ".module");
    }

    private static void assertPrintsTheSame(BootedMachine machine, LibraryProgram program, String path) throws IOException, InterruptedException {
        String command = "run " + path;
        String shown = machine.command(command);
        String expected = command + '\n' + program.outputOnHotSpot();
        assertTrue(shown.startsWith(expected), () -> "expected:\n" + expected + "\nshown:\n" + shown);
        assertEquals("", shown.substring(expected.length()).lines().filter(line -> line.contains(" ended with ") || line.contains(" died of ")).findFirst().orElse(""));
    }
}
