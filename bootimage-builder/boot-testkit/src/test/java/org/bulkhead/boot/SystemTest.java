package org.bulkhead.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
import java.util.List;
import java.util.Random;
import org.bulkhead.boot.testkit.BootDeath;
import org.bulkhead.boot.testkit.BootTestkit;
import org.bulkhead.boot.testkit.BootedMachine;
import org.bulkhead.builder.cli.CommandLineTool;
import org.bulkhead.builder.emulator.Desk;
import org.bulkhead.builder.emulator.EmulatorConfig;
import org.bulkhead.builder.emulator.EmulatorKind;
import org.bulkhead.builder.emulator.ScreenText;
import org.bulkhead.builder.manifest.BootSet;
import org.bulkhead.isolate.protocol.Key;
import org.bulkhead.nucleus.abi.DeathReason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The whole system, as users meet it: built, booted and typed to. */
class SystemTest {
    private static final Duration LIMIT = Duration.ofMinutes(10);
    private static final int DISK_SIZE = 1 << 20;
    // Colours of VGA text.
    private static final int BRIGHT = 0x08;
    private static final int RED = 0x04;

    @RegisterExtension
    final BootTestkit kit = new BootTestkit();

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

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
        EmulatorConfig config = EmulatorConfig.of(kit.image(BootSet.SHIPPING)).withKind(kind).withSecondDisk(disk).withTimeout(LIMIT);
        BootedMachine machine = kit.boot(config);
        machine.awaitPrompt();
        machine.type("help machine\n");
        machine.awaitLine("halt +switches the machine off");
        machine.type("ps\n");
        machine.awaitLine("^ata0 +0 ");
        machine.awaitPrompt();
        BootDeath death = machine.kill("ata0");
        assertEquals(List.of("ata0", 0, DeathReason.KILLED), List.of(death.name(), death.incarnation(), death.reason()));
        machine.type("sum disk1\n");
        machine.awaitLine(digest);
        machine.type("ps\n");
        machine.awaitLine("^ata0 +1 ");
        machine.type("nonsense\n");
        machine.awaitLine("unknown command nonsense");
        // The line before the last, with a typing mistake mended: cursor keys and completion.
        machine.type("\u001b[A\u001b[A\u0015hXan\u001b[D\u001b[D\u007f\u001b[F\tat\t\n");
        machine.awaitLine("[0-9]+  serves +ata0 +serve");
        machine.awaitLine("ports +0x1f0-0x1f7");
        machine.type("queues\n");
        machine.awaitLine("^ata0 +ata0 +16 ");
        machine.type("mem\n");
        machine.awaitLine("^memory, KiB +[0-9]+ +[0-9]+");
        machine.type("irq\n");
        machine.awaitLine("^ *14  ata0 +[1-9]");
        machine.type("devices\n");
        machine.awaitLine("^00:00.0 ");
        machine.type("date\n");
        machine.awaitLine("^(1999-12-31 23|2000-01-01 00):[0-5][0-9]:[0-5][0-9] UTC$");
        machine.type("dump 0\n");
        machine.awaitLine("^ata0\\[0] died of KILLED");
        machine.awaitLine("rip +0000000000");
        machine.type("down ata0\n");
        machine.awaitLine("ata0.* died: KILLED");
        machine.type("up ata0\n");
        machine.awaitLine("starting ata0\\[2]");
        machine.type("restart uart0\n");
        machine.awaitLine("starting uart0\\[1]");
        machine.type("sum disk1\n");
        machine.awaitLine(digest);
        updatesAndFaults(machine);
        machine.type("sum disk1\n");
        machine.awaitLine(digest);
        machine.halt();
        assertTrue(MessageDigest.isEqual(contents, Files.readAllBytes(disk)), "nobody wrote to the disk");
    }

    private static void updatesAndFaults(BootedMachine machine) {
        machine.type("status ata0\n");
        machine.awaitLine("^ata0 +serves +ata0 +2 ");
        machine.awaitLine("^versions: ata0 ata0-b$");
        machine.type("update ata0\n");
        machine.awaitLine("ata0 is updated from ata0 to ata0-b: at rest after");
        machine.type("update ata0 ata0-c\n");
        machine.awaitLine("^ata0 has no version ata0-c: it has ata0, ata0-b$");
        for (String each : List.of("uart0", "ps2")) {
            machine.type("update " + each + "\n");
            machine.awaitLine(each + " is updated from " + each + " to " + each + ": at rest after");
        }
        machine.type("refresh ata0\n");
        machine.awaitLine("ata0\\[3] ended");
        machine.type("inject ata0 wild-write\n");
        machine.awaitLine("ata0\\[4] died: WILD_ACCESS");
        machine.type("inject console exception\n");
        machine.awaitLine("^console serves no requests");
        machine.type("inject supervisor privileged\n");
        machine.awaitLine("supervisor\\[1]: [0-9]+ programs in the image");
        machine.type("history ata0\n");
        machine.awaitLine("ata0 +4 +death +wild-access");
        machine.type("status\n");
        machine.awaitLine("^ata0 +serves +ata0-b +5 ");
    }

    @ParameterizedTest
    @EnumSource
    void screenAndKeyboardHaveAPromptOfTheirOwn(EmulatorKind kind) {
        BootedMachine machine = kit.boot(EmulatorConfig.of(kit.image(BootSet.SHIPPING)).withKind(kind).withDisplay().withTimeout(LIMIT));
        machine.awaitPrompt();
        Desk desk = machine.desk();
        desk.awaitScreen("type help for the commands", LIMIT);
        desk.type("que");
        desk.press(Key.TAB);
        desk.press(Key.ENTER);
        ScreenText screen = desk.awaitScreen("vga0 +vga0 +16", LIMIT);
        assertEquals(BRIGHT, screen.colours(row(screen, "service"), 0) & BRIGHT, "headings are bright");
        desk.type("kill vga0\n");
        desk.awaitScreen("vga0\\[0] died: KILLED", LIMIT);
        desk.type("kill ps2\n");
        desk.awaitScreen("ps2\\[0] died: KILLED", LIMIT);
        desk.type("nonsense\n");
        screen = desk.awaitScreen("unknown command nonsense", LIMIT);
        assertEquals(RED, screen.colours(row(screen, "unknown command"), 0));
        machine.type("kill screen\n");
        desk.awaitScreen("The console was restarted", LIMIT);
        desk.type("halt");
        // Nobody is there any more to release it to.
        desk.turn(Key.ENTER, Desk.Turn.DOWN);
        machine.awaitPowerOff();
    }

    private static int row(ScreenText screen, String beginning) {
        for (int row = 0; row < ScreenText.ROWS; row++) {
            if (screen.row(row).startsWith(beginning)) {
                return row;
            }
        }
        throw new AssertionError("no row begins with " + beginning);
    }

    @Test
    void inputFromAPipeArrivesWhole() {
        InputStream terminal = System.in;
        System.setIn(new ByteArrayInputStream("halt\n".getBytes(StandardCharsets.ISO_8859_1)));
        try {
            assertEquals(0, run("run", kit.image(BootSet.SHIPPING).toString(), "--emulator", "qemu", "--timeout", "2m"), err::toString);
        } finally {
            System.setIn(terminal);
        }
        assertTrue(out.toString().contains("bulkhead> halt"), out::toString);
    }

    @Test
    void programsOfAUserRun() {
        BootedMachine machine = kit.boot(kit.image(Hello.class), EmulatorKind.QEMU);
        machine.awaitPrompt();
        machine.awaitLog("^hello, I am program one of many$");
        machine.awaitLog("^nucleus: hello incarnation 0 died: EXIT, detail 0x0");
        assertTrue(machine.command("log").lines().anyMatch("hello, I am program one of many"::equals), machine::tail);
        machine.halt();
        assertEquals(List.of(DeathReason.EXIT), machine.deaths("hello").stream().map(BootDeath::reason).toList());
    }

    @Test
    void anImageIsBuiltAgainOnlyWhenSomethingChanged() throws IOException {
        Path file = kit.image(BootSet.SHIPPING);
        FileTime built = Files.getLastModifiedTime(file);
        byte[] bytes = Files.readAllBytes(file);
        kit.image(BootSet.SHIPPING);
        assertEquals(built, Files.getLastModifiedTime(file), "not built again");
        Files.write(file, new byte[512]);
        kit.image(BootSet.SHIPPING);
        assertEquals(-1, Arrays.mismatch(bytes, Files.readAllBytes(file)), "a damaged image is built again, and the same");
    }

    @Test
    void inspectSaysWhatIsInAnImageAndWhy() {
        String file = kit.image(BootSet.SHIPPING).toString();
        assertEquals(0, run("inspect", file), err::toString);
        assertTrue(out.toString().contains("ports 0x1f0-0x1f7"), out.toString());
        assertTrue(out.toString().contains("isolate code"), out.toString());
        assertEquals(0, run("inspect", file, "--why", "AtaController.read"), err::toString);
        assertTrue(out.toString().contains("because of"), out.toString());
        assertEquals(0, run("inspect", file, "--symbols", "AtaDriver", "--sizes"), err::toString);
        assertTrue(out.toString().contains("code bytes"), out.toString());
    }
}
