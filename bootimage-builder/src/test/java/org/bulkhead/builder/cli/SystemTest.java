package org.bulkhead.builder.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.bulkhead.builder.emulator.Emulator;
import org.bulkhead.builder.emulator.EmulatorConfig;
import org.bulkhead.builder.emulator.EmulatorKind;
import org.bulkhead.builder.emulator.EmulatorRun;
import org.bulkhead.builder.emulator.Ending;
import org.bulkhead.builder.manifest.BootSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The whole system, as users meet it: built, booted, typed to, and put through the scenarios. */
class SystemTest {
    private static final Duration LIMIT = Duration.ofMinutes(10);
    private static final int DISK_SIZE = 1 << 20;

    /** Shared, so that each image is built once. */
    @TempDir
    static Path images;

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private static Path image(BootSet set) {
        return Images.ensure(set, images.resolve(set + ".img"), new PrintWriter(new StringWriter()));
    }

    private int run(String... arguments) {
        return CommandLineTool.printingTo(new PrintWriter(out), new PrintWriter(err), Runtime.version().feature()).run(arguments);
    }

    @ParameterizedTest
    @EnumSource
    void consoleListsKillsSumsAndHalts(EmulatorKind kind) throws Exception {
        byte[] contents = new byte[DISK_SIZE];
        new Random(5).nextBytes(contents);
        Path disk = Files.write(folder.resolve("disk.img"), contents);
        String digest = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(contents));
        EmulatorConfig config = EmulatorConfig.of(image(BootSet.SHIPPING)).withKind(kind).withSecondDisk(disk).withTimeout(LIMIT);
        try (EmulatorRun run = Emulator.start(config)) {
            run.awaitText("bulkhead> ");
            run.type("help\n");
            run.awaitLine("halt +switches the machine off");
            run.type("ps\n");
            run.awaitLine("^ata0 +0 ");
            run.type("kill ata0\n");
            run.awaitLine("ata0.* died: KILLED");
            run.type("sum disk1\n");
            run.awaitLine(digest);
            run.type("ps\n");
            run.awaitLine("^ata0 +1 ");
            run.type("nonsense\n");
            run.awaitLine("unknown command nonsense");
            // The line before the last, with a typing mistake mended: cursor keys and completion.
            run.type("\u001b[A\u001b[A\u0015hXan\u001b[D\u001b[D\u007f\u001b[F\tat\t\n");
            run.awaitLine("[0-9]+  serves +ata0 +serve");
            run.awaitLine("ports +0x1f0-0x1f7");
            run.type("queues\n");
            run.awaitLine("^ata0 +ata0 +16 ");
            run.type("mem\n");
            run.awaitLine("^memory, KiB +[0-9]+ +[0-9]+");
            run.type("irq\n");
            run.awaitLine("^ *14  ata0 +[1-9]");
            run.type("devices\n");
            run.awaitLine("^00:00.0 ");
            run.type("dump 0\n");
            run.awaitLine("^ata0\\[0] died of KILLED");
            run.awaitLine("rip +0000000000");
            run.type("down ata0\n");
            run.awaitLine("ata0.* died: KILLED");
            run.type("up ata0\n");
            run.awaitLine("starting ata0\\[2]");
            run.type("restart uart0\n");
            run.awaitLine("starting uart0\\[1]");
            run.type("sum disk1\n");
            run.awaitLine(digest);
            run.type("halt\n");
            assertEquals(Ending.POWERED_OFF, run.awaitEnd(), run::tail);
        }
        assertTrue(MessageDigest.isEqual(contents, Files.readAllBytes(disk)), "nobody wrote to the disk");
    }

    @ParameterizedTest
    @CsvSource({"DISK_DRIVER_KILLED, disk-driver-killed, bochs", "DISK_DRIVER_KILLED, disk-driver-killed, qemu",
        "INTRUDER, forbidden-things, bochs", "INTRUDER, forbidden-things, qemu", "CONFORMANCE, conformance, bochs", "CONFORMANCE, conformance, qemu"})
    void scenarioPasses(BootSet set, String scenario, String emulator) throws IOException {
        int status = run("scenario", "run", scenario, "--emulator", emulator, "--image", image(set).toString(), "--report", folder.toString(), "--seed", "77");
        assertEquals(0, status, () -> out + "\n" + err);
        JsonNode report = new ObjectMapper().readTree(folder.resolve("report.json").toFile());
        assertEquals(scenario, report.get("scenario").asText());
        assertTrue(report.get("passed").asBoolean());
    }

    @Test
    void inputFromAPipeArrivesWhole() {
        InputStream terminal = System.in;
        System.setIn(new ByteArrayInputStream("halt\n".getBytes(StandardCharsets.ISO_8859_1)));
        try {
            assertEquals(0, run("run", image(BootSet.SHIPPING).toString(), "--emulator", "qemu", "--timeout", "2m"), err::toString);
        } finally {
            System.setIn(terminal);
        }
        assertTrue(out.toString().contains("bulkhead> halt"), out::toString);
    }

    @Test
    void programsFromAUsersJarRun() throws IOException {
        Path program = UserCode.compile(folder, "Hello", """
            package user;
            import org.bulkhead.isolate.*;
            import org.bulkhead.isolate.call.Log;
            import org.bulkhead.isolate.manifest.*;
            @Program(name = "hello", start = StartMode.BOOT)
            public final class Hello implements Isolate {
                public Hello(Grants grants) { }
                @Override public void run() { Log.line("hello, I am program " + String.join(" of ", "one", "many")); }
            }
            """);
        Path jar = UserCode.jar(folder.resolve("hello.jar"), "user/Hello.class", Files.readAllBytes(program));
        Path image = folder.resolve("hello.img");
        assertEquals(0, run("image", "--add", jar.toString(), "--output", image.toString()), err::toString);
        try (EmulatorRun run = Emulator.start(EmulatorConfig.of(image).withKind(EmulatorKind.QEMU).withTimeout(LIMIT))) {
            run.awaitText("bulkhead> ");
            run.type("log\n");
            run.awaitLine("^hello, I am program one of many$");
        }
    }

    @Test
    void anImageIsBuiltAgainOnlyWhenSomethingChanged() throws IOException {
        Path file = image(BootSet.SHIPPING);
        FileTime built = Files.getLastModifiedTime(file);
        byte[] bytes = Files.readAllBytes(file);
        image(BootSet.SHIPPING);
        assertEquals(built, Files.getLastModifiedTime(file), "not built again");
        Files.write(file, new byte[512]);
        image(BootSet.SHIPPING);
        assertEquals(-1, Arrays.mismatch(bytes, Files.readAllBytes(file)), "a damaged image is built again, and the same");
    }

    @Test
    void inspectSaysWhatIsInAnImageAndWhy() {
        String file = image(BootSet.SHIPPING).toString();
        assertEquals(0, run("inspect", file), err::toString);
        assertTrue(out.toString().contains("ports 0x1f0-0x1f7"), out.toString());
        assertTrue(out.toString().contains("isolate code"), out.toString());
        assertEquals(0, run("inspect", file, "--why", "AtaController.read"), err::toString);
        assertTrue(out.toString().contains("because of"), out.toString());
        assertEquals(0, run("inspect", file, "--symbols", "AtaDriver", "--sizes"), err::toString);
        assertTrue(out.toString().contains("code bytes"), out.toString());
    }
}
