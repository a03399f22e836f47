package org.bulkhead.boot;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bulkhead.boot.protocol.Ledger;
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
        assertMemoryComesBack(machine);
        machine.halt();
        try (ImageVolume volume = ImageVolume.open(machine.disk())) {
            String key = HexFormat.of().formatHex(made.sealed().key());
            assertArrayEquals(made.sealed().toBytes(), volume.get("/modules/cache/" + key), "the module that the system has kept");
        }
    }

    /** What the loader has allocated for a compilation is free again for others as soon as nobody asks it for anything. */
    private static void assertMemoryComesBack(BootedMachine machine) {
        MatchResult collected = machine.awaitLog("^loader: (\\d+) KiB of (\\d+) are still needed$");
        String isolates = machine.command("ps");
        Matcher loader = Pattern.compile("(?m)^loader +\\d+ +\\S+ +\\d+ +\\d+ +(\\d+) ").matcher(isolates);
        assertTrue(loader.find(), isolates);
        long needed = Long.parseLong(collected.group(1));
        long garbage = Long.parseLong(collected.group(2)) - needed;
        assertTrue(Long.parseLong(loader.group(1)) < needed + garbage / 2, () -> collected.group() + "\n" + isolates);
    }

    /** A service and its client, both from one jar, with a protocol that no image has: the client is compiled from the jar by the system, the service is sealed by the host. */
    @Test
    void aProtocolOfTheProgramsOwnConnectsThem() throws IOException, URISyntaxException {
        Path image = image();
        byte[] jar = Jars.ofPackage(Ledger.class);
        MadeModule user;
        try (ImageVolume volume = ImageVolume.open(image)) {
            HostLoader loader = HostLoader.of(volume);
            user = loader.make(List.of(jar), "ledger-user", "ledger.jar");
            volume.put(Map.of("/modules/ledger.jar", jar, "/modules/user.module", user.sealed().toBytes()));
        }
        BootedMachine machine = boot(image);
        assertRefused(machine, "install /modules/ledger.jar", "/modules/ledger.jar: it has the programs ledger, ledger-user: say which, with the name behind the jar");
        assertRefused(machine, "install /modules/ledger.jar book", "/modules/ledger.jar: it has the programs ledger, ledger-user, and none is named book: name one of them");
        assertRefused(machine, "install /modules/user.module ledger", "/modules/user.module: its program is named ledger-user, not ledger: correct the name, or leave it out");
        assertRefused(machine, "install /modules/user.module", "/modules/user.module: it uses the service ledger, which does not exist here");
        String answer = machine.command("install /modules/ledger.jar ledger");
        assertTrue(answer.matches("(?s).*installed ledger: \\d+ pages, \\d+ methods compiled.*"), answer);
        answer = machine.command("install /modules/user.module");
        assertTrue(answer.contains("installed ledger-user: "), answer);
        machine.awaitLog("^ledger: sum 11$");
        machine.awaitLog("^ledger: refused, as said$");
        machine.awaitLog("^ledger: reversed true true true true true$");
        // The last call is by a client of the image's.
        machine.awaitLog("^ledger: OTHER_PROTOCOL, ledger serves Ledger version 1, its client speaks Supervision version \\d+, .*");
        answer = machine.command("update ledger /modules/ledger.jar");
        assertTrue(answer.matches("(?s).*ledger is updated to ledger-2: \\d+ pages, cached.*"), answer);
        machine.command("up ledger-user");
        machine.awaitLog("(?s)^ledger: sum 11$.*^ledger: sum 11$");
        machine.halt();
    }

    private static void assertRefused(BootedMachine machine, String command, String line) {
        String answer = machine.command(command);
        assertTrue(answer.lines().anyMatch(line::equals), () -> "expected: " + line + "\n" + answer);
    }
}
