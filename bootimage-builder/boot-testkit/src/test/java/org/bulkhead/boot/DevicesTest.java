package org.bulkhead.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bulkhead.boot.testkit.BootTestkit;
import org.bulkhead.boot.testkit.BootedMachine;
import org.bulkhead.builder.emulator.Desk;
import org.bulkhead.builder.emulator.Desk.MouseButton;
import org.bulkhead.builder.emulator.Desk.Turn;
import org.bulkhead.builder.emulator.EmulatorConfig;
import org.bulkhead.builder.emulator.EmulatorKind;
import org.bulkhead.builder.emulator.ScreenText;
import org.bulkhead.builder.manifest.BootSet;
import org.bulkhead.isolate.protocol.Key;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Drivers against the devices of both emulators, with somebody typing, moving the mouse and looking at the screen. */
class DevicesTest {
    private static final int LEAST_LINES = 20;
    private static final Pattern COUNTED = Pattern.compile("ps2: bytes of the keyboard that may be lost since boot: (\\d+)");
    private static final int LEAST_DEATHS = 20;
    private static final Duration LIMIT = Duration.ofSeconds(60);
    /** 31 December 1999, 23:00 UTC, at which every machine starts. */
    private static final long START = 946_681_200L;

    @RegisterExtension
    final BootTestkit kit = new BootTestkit();

    private BootedMachine boot(EmulatorKind kind, Class<?>... programs) {
        return kit.boot(EmulatorConfig.of(kit.image(BootSet.DEVICES, programs)).withKind(kind).withDisplay().withTimeout(LIMIT));
    }

    private static void awaitText(BootedMachine machine, String text) {
        machine.awaitLog("^probe: text " + Pattern.quote(text) + "$");
    }

    @ParameterizedTest
    @EnumSource
    void keysAndMouse(EmulatorKind kind) {
        BootedMachine machine = boot(kind, InputProbe.class);
        machine.awaitLog("^probe: ready$");
        machine.awaitLog("^ps2: keyboard, mouse$");
        Desk desk = machine.desk();
        desk.turn(Key.A, Turn.DOWN);
        machine.awaitLog("^probe: key A PRESSED 0$");
        desk.turn(Key.A, Turn.UP);
        machine.awaitLog("^probe: key A RELEASED 0$");
        desk.press(Key.LEFT_SHIFT, Key.B);
        machine.awaitLog("^probe: key B PRESSED 1$");
        desk.press(Key.UP);
        machine.awaitLog("^probe: key UP RELEASED 0$");
        desk.press(Key.PAUSE);
        machine.awaitLog("^probe: key PAUSE PRESSED 0$");
        desk.press(Key.CAPS_LOCK);
        desk.type("Hello, World! 7\n");
        machine.awaitLog("^probe: key ENTER RELEASED 32$");
        desk.press(Key.CAPS_LOCK);
        machine.awaitLog("^probe: key CAPS_LOCK RELEASED 0$");
        awaitText(machine, "aB<27>[AhELLO,<32>wORLD!<32>7<13>");
        desk.move(30, -20);
        machine.awaitLog("^probe: pointer 30 -20 0$");
        desk.turn(MouseButton.RIGHT, Turn.DOWN);
        machine.awaitLog("^probe: pointer 0 0 2$");
        desk.move(-5, 6);
        machine.awaitLog("^probe: pointer -5 6 2$");
        desk.turn(MouseButton.RIGHT, Turn.UP);
        machine.awaitLog("^probe: pointer 0 0 0$");
    }

    @ParameterizedTest
    @EnumSource
    void noKeyIsLostOrDoubledWhenTheDriverDies(EmulatorKind kind) {
        BootedMachine machine = boot(kind, InputProbe.class);
        machine.awaitLog("^probe: ready$");
        Desk desk = machine.desk();
        StringBuilder expected = new StringBuilder();
        for (int death = 1; death <= 3; death++) {
            desk.type("onceK");
            machine.awaitDeath("ps2", death);
            desk.type("upon a time\n");
            awaitText(machine, expected.append("onceKupon<32>a<32>time<13>").toString());
            desk.move(10 + death, 4);
            machine.awaitLog("^probe: pointer " + (10 + death) + " 4 0$");
        }
    }

    /**
     * The driver dies again and again, whatever it does, while somebody types: what arrives is in order and nothing comes twice, and the driver has counted at least as many bytes as there are missing. Each
     * line fits into the buffer of a keyboard, which drops what it has no room for, and the next is typed when it has arrived: how fast the emulator is does not matter. It ends with two enters, so that it
     * ends even if one of them is missing.
     */
    @ParameterizedTest
    @EnumSource
    void whatIsTypedArrivesOnceOrIsCountedWhileTheDriverIsKilled(EmulatorKind kind) {
        BootedMachine machine = boot(kind, TypingProbe.class, InputKiller.class);
        machine.awaitLog("^typing: ready$");
        Desk desk = machine.desk();
        int missing = 0;
        for (int round = 0; round < LEAST_LINES || machine.deaths("ps2").size() < LEAST_DEATHS; round++) {
            String sent = "x" + round;
            desk.type(sent + "\n\n");
            String came = machine.awaitLog("^typing: line " + round + " (.*)$").group(1);
            assertTrue(isPartOf(came, sent), () -> came + " of " + sent);
            missing += sent.length() - came.length();
        }
        Matcher counted = COUNTED.matcher(machine.log());
        int lost = 0;
        while (counted.find()) {
            lost = Integer.parseInt(counted.group(1));
        }
        assertTrue(missing <= lost, missing + " are missing, " + lost + " were counted");
    }

    /** Returns whether {@code part} is left of {@code whole} when characters are taken out. */
    private static boolean isPartOf(String part, String whole) {
        int at = 0;
        for (char each : whole.toCharArray()) {
            at += at < part.length() && part.charAt(at) == each ? 1 : 0;
        }
        return at == part.length();
    }

    @ParameterizedTest
    @EnumSource
    void theClockIsReadAndSet(EmulatorKind kind) {
        BootedMachine machine = boot(kind, ClockProbe.class);
        long found = Long.parseLong(machine.awaitLog("^clock: found (\\d+)$").group(1));
        assertTrue(found >= START && found < START + 60, "found " + found);
        long set = Long.parseLong(machine.awaitLog("^clock: set (\\d+)$").group(1));
        assertTrue(set == ClockProbe.LEAP_DAY || set == ClockProbe.LEAP_DAY + 1, "set " + set);
        long later = Long.parseLong(machine.awaitLog("^clock: later (\\d+)$").group(1));
        // QEMU's clock runs with that of the host, and goes on when the host has no time for QEMU.
        // Bochs makes a time of the registers by mktime without saying whether summer time holds (update_timeval in iodev/cmos.cc): what its clock says from the next second on is left to chance.
        if (kind == EmulatorKind.QEMU) {
            assertTrue(later >= set + 3 && later < set + 60, "later " + later);
        }
        machine.awaitLog("^clock: the clock cannot be set to -1 seconds after 1970");
    }

    @ParameterizedTest
    @EnumSource
    void aDriverHasTheRegistersOfItsOwnPciFunctionAndOfNoOther(EmulatorKind kind) {
        // A set without a disk driver, whose function the probe has.
        BootedMachine machine = kit.boot(EmulatorConfig.of(kit.image(BootSet.BARE, PciProbe.class, PciStranger.class)).withKind(kind).withTimeout(LIMIT));
        machine.awaitLog("^probe: numbers 70108086$");
        machine.awaitLog("^probe: at first true$");
        machine.awaitLog("^probe: off false$");
        machine.awaitLog("^probe: on true$");
        machine.awaitLog("^probe: no configuration register at 5: use a multiple of 4 below 256$");
        machine.awaitLog("^stranger: register: the caller drives no PCI function$");
        machine.awaitLog("^stranger: mastering: the caller drives no PCI function$");
    }

    @ParameterizedTest
    @EnumSource
    void theScreenShowsTextAndColoursAcrossTheDeathOfItsDriver(EmulatorKind kind) {
        BootedMachine machine = boot(kind, ScreenProbe.class);
        machine.awaitLog("^vga0: ignores ESC \\[ 5 {3}q$");
        machine.awaitLog("^probe: written$");
        machine.awaitLog("^probe: a screen has no input");
        machine.awaitDeath("vga0", 1);
        ScreenText screen = machine.desk().awaitScreen("gold on blue", LIMIT);
        assertEquals("line 16", screen.row(0));
        assertEquals("line 39", screen.row(23));
        assertEquals("gold on blue bright red │é☺", screen.row(24));
        assertEquals(0x1E, screen.colours(24, 0));
        assertEquals(0xC7, screen.colours(24, 13));
        assertEquals(0x07, screen.colours(24, 24));
        assertEquals("line 27" + " ".repeat(26) + "X", screen.row(11));
        assertEquals(0x04, screen.colours(11, 33), "the colour that the driver's predecessor was told");
        assertEquals(11 * ScreenText.COLUMNS + 34, screen.cursor().orElseThrow());
    }
}
