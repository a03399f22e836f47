package org.bulkhead.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.bulkhead.boot.testkit.BootDeath;
import org.bulkhead.boot.testkit.BootTestkit;
import org.bulkhead.boot.testkit.BootedMachine;
import org.bulkhead.builder.emulator.Desk;
import org.bulkhead.builder.emulator.EmulatorConfig;
import org.bulkhead.builder.emulator.EmulatorKind;
import org.bulkhead.builder.manifest.BootSet;
import org.bulkhead.builder.module.HostLoader;
import org.bulkhead.builder.volume.ImageVolume;
import org.bulkhead.builder.volume.VolumeContents;
import org.bulkhead.drivers.ata.badversion.CrashingVersion;
import org.bulkhead.drivers.ata.badversion.HangingVersion;
import org.bulkhead.isolate.manifest.Manifest;
import org.bulkhead.isolate.manifest.ManifestCodec;
import org.bulkhead.nucleus.abi.DeathReason;
import org.bulkhead.vm.linker.module.SealedModule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** The disk driver is updated to versions that no image has while a client reads 16 MiB through it; what cannot be installed is refused, and nothing has changed then. */
class InstalledUpdatesTest {
    private static final Duration LIMIT = Duration.ofMinutes(10);
    private static final int DISK_SIZE = 16 << 20;
    /** Takes the digest program more reads than {@link InstalledDisk#ENOUGH}. */
    private static final int SMALL_DISK_SIZE = 2 << 20;

    @RegisterExtension
    final BootTestkit kit = new BootTestkit();

    @TempDir
    Path folder;

    private Path image() throws IOException {
        return Files.copy(kit.image(BootSet.SHIPPING, VolumeContents.USUAL_MEGABYTES), folder.resolve("image.img"));
    }

    private BootedMachine boot(EmulatorConfig config) {
        BootedMachine machine = kit.boot(config.withKind(EmulatorKind.BOCHS).withTimeout(LIMIT));
        machine.awaitPrompt();
        return machine;
    }

    private static String digest(byte[] contents) throws NoSuchAlgorithmException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(contents));
    }

    /** Gives a command, and checks that what it prints has exactly this line. */
    private static void assertAnswer(String expected, BootedMachine machine, String command) {
        String answer = machine.command(command);
        assertTrue(answer.lines().anyMatch(expected::equals), () -> "expected: " + expected + "\n" + answer);
    }

    @Test
    void aReaderNoticesNoneOfTheUpdates() throws Exception {
        byte[] contents = new byte[DISK_SIZE];
        new Random(5).nextBytes(contents);
        Path disk = Files.write(folder.resolve("disk.img"), contents);
        Path image = image();
        try (ImageVolume volume = ImageVolume.open(image)) {
            HostLoader loader = HostLoader.of(volume);
            Map<String, byte[]> modules = new LinkedHashMap<>();
            modules.put("/modules/count.module", loader.make(List.of(Jars.of(InstalledDisk.class, Class.forName(InstalledDisk.class.getName() + "$Counting"))), "count").sealed().toBytes());
            modules.put("/modules/crash.module", loader.make(List.of(Jars.of(CrashingVersion.class)), "crash").sealed().toBytes());
            modules.put("/modules/hang.module", loader.make(List.of(Jars.of(HangingVersion.class)), "hang").sealed().toBytes());
            SealedModule crash = SealedModule.read(modules.get("/modules/crash.module"));
            Manifest thief = new Manifest.Builder(0, "thief", CrashingVersion.class.getName()).ports("mine", 0x1F0, 8).heapBytes(1 << 20).cpuPercent(50).queueSlots(16).build();
            modules.put("/modules/thief.module", new SealedModule(crash.identity(), crash.key(), ManifestCodec.encode(thief), crash.pages()).toBytes());
            modules.put("/modules/other.module", new SealedModule(Arrays.copyOf(crash.key(), crash.identity().length), crash.key(), crash.manifest(), crash.pages()).toBytes());
            modules.put("/modules/wrong.jar", Jars.of(Map.of("p/Wrong", wrong())));
            volume.put(modules);
        }
        BootedMachine machine = boot(EmulatorConfig.of(image).withSecondDisk(disk));
        String expected = "@digest device=disk1 sha256=" + digest(contents) + " bytes=" + DISK_SIZE;

        machine.command("up digest 1");
        String answer = machine.command("update ata0 /modules/count.module");
        assertTrue(answer.contains("ata0 is updated to ata0-count: "), answer);
        String modules = machine.command("modules");
        assertTrue(modules.lines().anyMatch(line -> line.matches("ata0-count +ata0 +current +\\d+ +\\d+ +1 +/modules/count.module")), modules);
        machine.awaitLog("^ata0-count: " + InstalledDisk.ENOUGH + " reads$");
        machine.command("rollback ata0");
        assertEquals("modules\nnothing is installed\n", machine.command("modules"));
        assertAnswer("/modules/wrong.jar: class p.Wrong, method run(Ljava/lang/String;)Ljava/lang/Thread;, offset 1: the operand is java.lang.String where java.lang.Thread is needed",
            machine, "update ata0 /modules/wrong.jar");
        assertAnswer("/modules/thief.module: ports 0x1f0-0x1f7 belong to ata0", machine, "install /modules/thief.module");
        assertAnswer("/modules/other.module: it was sealed for another image than the one that runs: install the jar, or seal it for this one", machine, "install /modules/other.module");
        assertAnswer("/modules/crash.module: ata0 is not updated from ata0 to ata0-crash: it died before it was ready: UNCAUGHT_EXCEPTION", machine, "update ata0 /modules/crash.module");
        assertAnswer("/modules/hang.module: ata0 is not updated from ata0 to ata0-hang: it died before it was ready: NOT_READY", machine, "update ata0 /modules/hang.module");
        assertEquals("modules\nnothing is installed\n", machine.command("modules"));
        assertFalse(machine.log().contains("@digest"), () -> "all was read before all was done\n" + machine.log());
        machine.awaitLog("^" + expected + "$");
        List<DeathReason> deaths = machine.deaths().stream().filter(each -> each.reason() != DeathReason.EXIT).map(BootDeath::reason).toList();
        assertEquals(List.of(DeathReason.REPLACED, DeathReason.REPLACED, DeathReason.UNCAUGHT_EXCEPTION, DeathReason.NOT_READY), deaths, "of versions of the disk driver only");
        machine.halt();
    }

    /**
     * On the screen somebody kills the loader that works for the serial line; then the same is asked again. The volume has no room for the cache meanwhile, which nobody but the log tells of.
     */
    @Test
    void aLoaderThatDiesLeavesNothingHalfInstalled() throws Exception {
        Path image = image();
        try (ImageVolume volume = ImageVolume.open(image)) {
            volume.put("/modules/count.jar", Jars.of(InstalledDisk.class, Class.forName(InstalledDisk.class.getName() + "$Counting")));
            volume.put("/rest", new byte[Math.toIntExact(volume.free())]);
        }
        Path disk = Files.write(folder.resolve("disk.img"), new byte[SMALL_DISK_SIZE]);
        BootedMachine machine = boot(EmulatorConfig.of(image).withSecondDisk(disk).withDisplay());
        Desk desk = machine.desk();
        desk.awaitScreen("type help for the commands", LIMIT);
        machine.type("update ata0 /modules/count.jar\n");
        machine.awaitText("update ata0 /modules/count.jar\n");
        desk.type("kill loader\n");
        machine.awaitLine("^the loader died meanwhile: modules tells whether it was installed$");
        machine.awaitPrompt();
        assertEquals("modules\nnothing is installed\n", machine.command("modules"));
        assertEquals(List.of("loader"), machine.deaths().stream().map(BootDeath::name).toList());

        String answer = machine.command("update ata0 /modules/count.jar");
        assertTrue(answer.lines().anyMatch(line -> line.matches("ata0 is updated to ata0-count: \\d+ pages, \\d+ methods compiled")), answer);
        machine.awaitLog("^loader: /modules/cache/[0-9a-f]{64} is not kept: .*$");
        machine.command("sum disk1");
        machine.awaitLog("^ata0-count: " + InstalledDisk.ENOUGH + " reads$");
        machine.halt();
    }

    /** Returns a class with a method that takes a String for a Thread. */
    private static byte[] wrong() {
        ClassWriter writer = new ClassWriter(0);
        writer.visit(Opcodes.V17, Opcodes.ACC_PUBLIC | Opcodes.ACC_SUPER, "p/Wrong", null, "java/lang/Object", null);
        MethodVisitor code = writer.visitMethod(Opcodes.ACC_STATIC, "run", "(Ljava/lang/String;)Ljava/lang/Thread;", null, null);
        code.visitCode();
        code.visitVarInsn(Opcodes.ALOAD, 0);
        code.visitInsn(Opcodes.ARETURN);
        code.visitMaxs(1, 1);
        code.visitEnd();
        writer.visitEnd();
        return writer.toByteArray();
    }
}
