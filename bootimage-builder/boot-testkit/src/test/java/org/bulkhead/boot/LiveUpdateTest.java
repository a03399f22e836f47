package org.bulkhead.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import org.bulkhead.boot.testkit.BootDeath;
import org.bulkhead.boot.testkit.BootTestkit;
import org.bulkhead.boot.testkit.BootedMachine;
import org.bulkhead.builder.emulator.EmulatorConfig;
import org.bulkhead.builder.emulator.EmulatorKind;
import org.bulkhead.builder.manifest.BootSet;
import org.bulkhead.drivers.ata.badversion.CrashingVersion;
import org.bulkhead.drivers.ata.badversion.FailingVersion;
import org.bulkhead.drivers.ata.badversion.HangingVersion;
import org.bulkhead.drivers.ata.badversion.OtherStateVersion;
import org.bulkhead.drivers.ata.readahead.AtaReadAheadDriver;
import org.bulkhead.nucleus.abi.DeathReason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The disk driver is updated while a client reads a whole disk from it, on a machine that repeats itself exactly. */
class LiveUpdateTest {
    private static final Duration LIMIT = Duration.ofMinutes(10);
    private static final int DISK_SIZE = 16 << 20;
    /** One of each version that does not get ready, and four of the one that fails at requests. */
    private static final int BAD_DEATHS = 3 + 4;
    private static final int UPDATES_AT_LEAST = 5;
    private static final long SECOND = 1_000_000_000L;

    @RegisterExtension
    final BootTestkit kit = new BootTestkit();

    @TempDir
    Path folder;

    @Test
    void nobodyNoticesWhenTheDiskDriverIsUpdatedOrAnUpdateFails() throws Exception {
        byte[] contents = new byte[DISK_SIZE];
        new Random(11).nextBytes(contents);
        Path disk = Files.write(folder.resolve("disk.img"), contents);
        Path image = kit.image(BootSet.DEVICES, AtaReadAheadDriver.class, CrashingVersion.class, HangingVersion.class, OtherStateVersion.class, FailingVersion.class,
            SmallReader.class, UpdateProbe.class);
        BootedMachine machine = kit.boot(EmulatorConfig.of(image).withKind(EmulatorKind.BOCHS).withSecondDisk(disk).withTimeout(LIMIT));
        MatchResult updates = machine.awaitLog("^probe: (updates (\\d+) rest (\\d+) change (\\d+)|failed.*)$");
        assertTrue(updates.group(2) != null, () -> updates.group() + "\n" + machine.tail());
        assertTrue(Integer.parseInt(updates.group(2)) >= UPDATES_AT_LEAST, updates.group());
        assertTrue(Long.parseLong(updates.group(4)) < SECOND, updates.group());
        machine.awaitLog("^small-reader: 2048 steps " + digest(contents, DISK_SIZE) + "$");
        machine.awaitLog("^probe: refused ata0 is not updated from ata0 to ata0-crash: it died before it was ready: UNCAUGHT_EXCEPTION$");
        machine.awaitLog("^probe: refused ata0 is not updated from ata0 to ata0-hang: it died before it was ready: NOT_READY$");
        machine.awaitLog("^probe: refused ata0 is not updated from ata0 to ata0-state: it died before it was ready: UNCAUGHT_EXCEPTION$");
        machine.awaitLog("^probe: reading true$");
        machine.awaitLog("^small-reader: 512 steps " + digest(contents, DISK_SIZE / 4) + "$");
        machine.awaitLog("^probe: fallback$");
        machine.awaitLog("^supervisor: ata0 died too often: back to version ata0$");
        machine.awaitLog("^small-reader: 128 steps " + digest(contents, DISK_SIZE / 16) + "$");
        machine.awaitLog("^probe: done$");
        assertEquals(List.of(DeathReason.UNCAUGHT_EXCEPTION, DeathReason.NOT_READY, DeathReason.UNCAUGHT_EXCEPTION), machine.deaths("ata0").stream().map(BootDeath::reason)
            .filter(each -> each != DeathReason.REPLACED).limit(3).toList(), "of the bad versions only, until one is ready and fails");
        assertEquals(BAD_DEATHS, machine.deaths("ata0").stream().filter(each -> each.reason() != DeathReason.REPLACED).count(), () -> machine.deaths("ata0").toString());
    }

    private static String digest(byte[] contents, int length) throws NoSuchAlgorithmException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        digest.update(contents, 0, length);
        return HexFormat.of().formatHex(digest.digest());
    }
}
