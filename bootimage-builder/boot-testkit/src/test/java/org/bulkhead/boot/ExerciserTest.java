package org.bulkhead.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.bulkhead.boot.testkit.BootTestkit;
import org.bulkhead.boot.testkit.BootedMachine;
import org.bulkhead.builder.emulator.EmulatorConfig;
import org.bulkhead.builder.emulator.EmulatorKind;
import org.bulkhead.builder.emulator.Network;
import org.bulkhead.builder.manifest.BootSet;
import org.bulkhead.builder.scenario.MarkedLine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The exerciser has right answers from every driver, and does what its plan says. */
class ExerciserTest {
    private static final Set<String> DEVICES = Set.of("ata0", "guard", "uart0", "ps2", "vga0", "cmos0", "ne0", "pci");
    private static final int DISK_SIZE = 4 << 20;
    private static final int ROUNDS = 12;
    private static final int CHECK = 0x5A5A_5A5A;

    @RegisterExtension
    final BootTestkit kit = new BootTestkit();

    @TempDir
    Path folder;

    private BootedMachine boot(EmulatorKind kind, String plan) throws IOException {
        Path disk = Files.write(folder.resolve("scratch.img"), Arrays.copyOf(plan.getBytes(StandardCharsets.US_ASCII), DISK_SIZE));
        return kit.boot(EmulatorConfig.of(kit.image(BootSet.EXERCISE)).withKind(kind).withSecondDisk(disk).withNetwork(Network.USER));
    }

    private static List<MarkedLine> rounds(BootedMachine machine) {
        return MarkedLine.in(machine.log()).stream().filter(line -> line.word().equals("round")).toList();
    }

    @ParameterizedTest
    @EnumSource
    void everyDriverAnswersRightInEveryRound(EmulatorKind kind) throws IOException {
        BootedMachine machine = boot(kind, "exercise rounds=" + ROUNDS + "\n");
        machine.awaitPowerOff();
        List<MarkedLine> rounds = rounds(machine);
        assertEquals(ROUNDS * DEVICES.size(), rounds.size(), rounds::toString);
        for (MarkedLine each : rounds) {
            assertTrue(DEVICES.contains(each.text("device")), each::toString);
            assertTrue(each.number("ops") > 0 && each.number("errors") == 0 && each.number("detected") == 0 && each.number("wrong") == 0, each::toString);
        }
        for (int round = 0; round < ROUNDS; round++) {
            assertTrue(machine.console().contains(String.format("!%08x %08x", round, round ^ CHECK)), "the serial line misses round " + round);
        }
    }

    @Test
    void onlyThePlansDevicesAreExercised() throws IOException {
        BootedMachine machine = boot(EmulatorKind.BOCHS, "exercise devices=cmos0,pci rounds=3 deadline=200\n");
        machine.awaitPowerOff();
        assertEquals(new TreeSet<>(Set.of("cmos0", "pci")), rounds(machine).stream().map(line -> line.text("device")).collect(Collectors.toCollection(TreeSet::new)));
        assertEquals(6, rounds(machine).size());
    }

    @Test
    void aPlanThatIsNotUnderstoodIsNamedAndAllIsExercised() throws IOException {
        BootedMachine machine = boot(EmulatorKind.BOCHS, "exercise device=cmos0\n");
        machine.awaitLog("^exerciser: \"device=cmos0\" in the plan \"exercise\": it knows KEY=VALUE for the keys .*devices.*; all devices are exercised$");
        machine.awaitLog("^@round n=1 device=pci ");
        assertTrue(MarkedLine.in(machine.log()).stream().anyMatch(line -> line.word().equals("exerciser") && line.number("devices") == DEVICES.size()));
    }
}
