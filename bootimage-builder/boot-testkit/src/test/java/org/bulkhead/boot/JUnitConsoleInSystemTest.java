package org.bulkhead.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.bulkhead.boot.testkit.BootTestkit;
import org.bulkhead.boot.testkit.BootedMachine;
import org.bulkhead.builder.emulator.EmulatorConfig;
import org.bulkhead.builder.manifest.BootSet;
import org.bulkhead.builder.module.HostLoader;
import org.bulkhead.builder.volume.ImageVolume;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.engine.JupiterTestEngine;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.platform.commons.util.ReflectionUtils;
import org.junit.platform.console.ConsoleLauncher;
import org.junit.platform.engine.TestEngine;
import org.junit.platform.launcher.Launcher;
import org.opentest4j.AssertionFailedError;

/** The console of the JUnit Platform as a program of the booted system: it runs a Jupiter suite, and prints and ends as on HotSpot. */
class JUnitConsoleInSystemTest {
    private static final Duration LIMIT = Duration.ofMinutes(9);
    private static final int VOLUME_MEGABYTES = 128;
    private static final String MODULE = "/modules/junit.module";
    private static final int TESTS_FAILED = 1;

    @RegisterExtension
    final BootTestkit kit = new BootTestkit();

    @TempDir
    Path folder;

    @Test
    void suitePrintsWhatItPrintsOnHotSpot() throws IOException, InterruptedException {
        LibraryProgram program = new LibraryProgram(folder, "suite", ConsoleLauncher.class, Launcher.class, TestEngine.class, ReflectionUtils.class,
            JupiterTestEngine.class, Test.class, ParameterizedTest.class, AssertionFailedError.class);
        Path image = Files.copy(kit.image(BootSet.SHIPPING, VOLUME_MEGABYTES), folder.resolve("image.img"));
        try (ImageVolume volume = ImageVolume.open(image)) {
            volume.put(Map.of(MODULE, HostLoader.of(volume).make(program.jars(), program.path()).sealed().toBytes()));
        }
        BootedMachine machine = kit.boot(EmulatorConfig.of(image).withTimeout(LIMIT));
        machine.awaitPrompt();
        machine.type("run " + MODULE + '\n');
        String shown = machine.awaitText("(?ms)^(\\.\n'-- JUnit Jupiter.*?)^suitesample ended with status " + TESTS_FAILED + '$').group(1);
        assertEquals(timeless(program.outputOnHotSpot(TESTS_FAILED)), timeless(shown));
        machine.halt();
    }

    /** Takes out how long and when something was done. */
    private static String timeless(String text) {
        return text.replaceAll("\\d+ ms", "? ms").replaceAll("\\d{4}-\\d\\d-\\d\\dT[\\d:.]+", "?");
    }
}
