package org.bulkhead.builder.devices;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.bulkhead.builder.Progress;
import org.bulkhead.builder.disk.DiskImage;
import org.bulkhead.builder.emulator.Desk;
import org.bulkhead.builder.emulator.Desk.MouseButton;
import org.bulkhead.builder.emulator.Desk.Turn;
import org.bulkhead.builder.emulator.Emulator;
import org.bulkhead.builder.emulator.EmulatorConfig;
import org.bulkhead.builder.emulator.EmulatorKind;
import org.bulkhead.builder.emulator.EmulatorRun;
import org.bulkhead.builder.image.ImageBuilder;
import org.bulkhead.drivers.cmos.CmosDriver;
import org.bulkhead.drivers.ps2.Ps2Driver;
import org.bulkhead.isolate.protocol.Key;
import org.bulkhead.servers.supervisor.Supervisor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Drivers against the devices of both emulators, with somebody typing, moving the mouse and looking at the screen. */
class DevicesTest {
    private static final Duration LIMIT = Duration.ofSeconds(40);
    /** 31 December 1999, 23:00 UTC, at which every machine starts. */
    private static final long START = 946_681_200L;

    @TempDir
    static Path folder;

    private static Path input;
    private static Path clock;

    @BeforeAll
    static void build() throws URISyntaxException {
        input = image("input.img", Ps2Driver.class, InputProbe.class);
        clock = image("clock.img", CmosDriver.class, ClockProbe.class);
    }

    private static Path image(String name, Class<?>... programs) throws URISyntaxException {
        Path tests = Path.of(DevicesTest.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        List<String> names = Stream.concat(Stream.of(Supervisor.class), Stream.of(programs)).map(Class::getName).toList();
        Path file = folder.resolve(name);
        DiskImage.of(new ImageBuilder(List.of(tests), names).build(Progress.SILENT).file()).write(file);
        return file;
    }

    @ParameterizedTest
    @EnumSource
    void keysMouseAndLights(EmulatorKind kind) {
        try (EmulatorRun run = Emulator.start(EmulatorConfig.of(input).withKind(kind).withDisplay().withTimeout(LIMIT))) {
            run.awaitLine("^ps2: keyboard, mouse$");
            Desk desk = run.desk();
            desk.turn(Key.A, Turn.DOWN);
            run.awaitLine("^probe: key A PRESSED 0$");
            desk.turn(Key.A, Turn.UP);
            run.awaitLine("^probe: key A RELEASED 0$");
            desk.press(Key.LEFT_SHIFT, Key.B);
            run.awaitLine("^probe: key B PRESSED 1$");
            desk.press(Key.UP);
            run.awaitLine("^probe: key UP RELEASED 0$");
            desk.press(Key.PAUSE);
            run.awaitLine("^probe: key PAUSE PRESSED 0$");
            desk.press(Key.CAPS_LOCK);
            desk.type("Hello, World! 7\n");
            run.awaitLine("^probe: key ENTER RELEASED 32$");
            desk.press(Key.CAPS_LOCK);
            run.awaitLine("^probe: key CAPS_LOCK RELEASED 0$");
            awaitTyped(run, "aB<27>[AhELLO,<32>wORLD!<32>7<13>");
            desk.move(30, -20);
            run.awaitLine("^probe: pointer 30 -20 0$");
            desk.turn(MouseButton.RIGHT, Turn.DOWN);
            run.awaitLine("^probe: pointer 0 0 2$");
            desk.move(-5, 6);
            run.awaitLine("^probe: pointer -5 6 2$");
            desk.turn(MouseButton.RIGHT, Turn.UP);
            run.awaitLine("^probe: pointer 0 0 0$");
        }
    }

    @ParameterizedTest
    @EnumSource
    void keysSurviveTheDeathOfTheDriver(EmulatorKind kind) {
        try (EmulatorRun run = Emulator.start(EmulatorConfig.of(input).withKind(kind).withDisplay().withTimeout(LIMIT))) {
            run.awaitLine("^probe: ready$");
            Desk desk = run.desk();
            for (int death = 0; death < 3; death++) {
                desk.type("onceK");
                run.awaitLine("ps2.* died: KILLED");
                desk.type("upon a time\n");
                run.awaitLine("^probe: key ENTER RELEASED 0$");
                desk.move(3, 4);
                run.awaitLine("^probe: pointer 3 4 0$");
            }
            awaitTyped(run, "onceKupon<32>a<32>time<13>".repeat(3));
        }
    }

    /** Waits until exactly this was typed, however it came in pieces. */
    private static void awaitTyped(EmulatorRun run, String expected) {
        while (!typed(run).equals(expected) && run.isRunning()) {
            run.awaitLine("^probe: typed ");
        }
        assertEquals(expected, typed(run), run::tail);
    }

    private static String typed(EmulatorRun run) {
        StringBuilder text = new StringBuilder();
        run.serial().lines().filter(line -> line.startsWith("probe: typed ")).forEach(line -> text.append(line.substring("probe: typed ".length())));
        return text.toString();
    }

    @ParameterizedTest
    @EnumSource
    void theClockIsReadAndSet(EmulatorKind kind) {
        try (EmulatorRun run = Emulator.start(EmulatorConfig.of(clock).withKind(kind).withTimeout(LIMIT))) {
            long found = Long.parseLong(run.awaitLine("^clock: found (\\d+)$").group(1));
            assertTrue(found >= START && found < START + 60, "found " + found);
            long set = Long.parseLong(run.awaitLine("^clock: set (\\d+)$").group(1));
            assertTrue(set == ClockProbe.LEAP_DAY || set == ClockProbe.LEAP_DAY + 1, "set " + set);
            long later = Long.parseLong(run.awaitLine("^clock: later (\\d+)$").group(1));
            assertTrue(later >= set + 3 && later < set + 60, "later " + later);
            run.awaitLine("^clock: the clock cannot be set to -1 seconds after 1970");
        }
    }
}
