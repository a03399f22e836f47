package org.bulkhead.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.bulkhead.boot.testkit.BootTestkit;
import org.bulkhead.boot.testkit.BootedMachine;
import org.bulkhead.builder.emulator.EmulatorConfig;
import org.bulkhead.builder.emulator.EmulatorKind;
import org.bulkhead.builder.manifest.BootSet;
import org.bulkhead.builder.module.HostLoader;
import org.bulkhead.builder.volume.ImageVolume;
import org.bulkhead.builder.volume.VolumeContents;
import org.bulkhead.isolate.manifest.Manifest;
import org.bulkhead.isolate.manifest.ManifestCodec;
import org.bulkhead.isolate.manifest.StartMode;
import org.bulkhead.vm.linker.module.PageKind;
import org.bulkhead.vm.linker.module.SealedModule;
import org.bulkhead.vm.linker.module.SealedPage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A small machine whose memory, programs and volume are used up at the prompt: each refusal is one line that names the limit and what to do, and what that says helps. Nothing is lost by installing, killing and removing. */
class InstallLimitsTest {
    private static final Duration LIMIT = Duration.ofMinutes(10);
    private static final int MEGABYTES = 64;
    private static final int LARGE_PAGES = (9 << 20) / SealedPage.SIZE;

    @RegisterExtension
    final BootTestkit kit = new BootTestkit();

    @TempDir
    Path folder;

    private BootedMachine machine;

    /** Returns a module with the code of another and another manifest, and so many pages more. */
    private static byte[] module(SealedModule from, Manifest.Builder manifest, int more) {
        List<SealedPage> pages = new ArrayList<>(from.pages());
        int next = pages.get(pages.size() - 1).address() + SealedPage.SIZE;
        for (int i = 0; i < more; i++) {
            pages.add(new SealedPage(next + i * SealedPage.SIZE, PageKind.METADATA, new byte[SealedPage.SIZE]));
        }
        return new SealedModule(from.identity(), from.key(), ManifestCodec.encode(manifest.build()), pages).toBytes();
    }

    private static Manifest.Builder manifest(String name) {
        return new Manifest.Builder(0, name, InstalledHello.class.getName()).heapBytes(1 << 20).cpuPercent(50).queueSlots(2).start(StartMode.ON_REQUEST);
    }

    private void boot() throws IOException {
        Path image = Files.copy(kit.image(BootSet.SHIPPING, VolumeContents.USUAL_MEGABYTES, InstalledCycles.class), folder.resolve("image.img"));
        try (ImageVolume volume = ImageVolume.open(image)) {
            HostLoader loader = HostLoader.of(volume);
            Map<String, byte[]> files = new LinkedHashMap<>();
            for (Class<?> each : new Class<?>[] {InstalledCycles.Keeper.class, InstalledCycles.Crasher.class, InstalledCycles.Hog.class}) {
                files.put("/modules/" + each.getSimpleName().toLowerCase(Locale.ROOT) + ".module", loader.make(List.of(Jars.of(each)), "x").sealed().toBytes());
            }
            files.put("/modules/killer.module", module(SealedModule.read(files.get("/modules/keeper.module")), manifest("killer").usesService("supervisor"), 0));
            SealedModule keeper = SealedModule.read(files.get("/modules/keeper.module"));
            files.put("/modules/large.module", module(keeper, manifest("large"), LARGE_PAGES));
            files.put("/modules/huge.module", module(keeper, manifest("huge").heapBytes(1 << 30), 0));
            for (int i = 0; i < Manifest.PROGRAM_LIMIT; i++) {
                files.put("/modules/p" + i + ".module", module(keeper, manifest("p" + i), 0));
            }
            volume.put(files);
            // But for a few clusters, nothing is left.
            volume.put("/rest", new byte[Math.toIntExact(volume.free() - (1 << 20))]);
        }
        machine = kit.boot(EmulatorConfig.of(image).withKind(EmulatorKind.BOCHS).withMemory(MEGABYTES).withTimeout(LIMIT));
        machine.awaitPrompt();
    }

    private void assertAnswer(String regex, String command) {
        String answer = machine.command(command);
        assertTrue(answer.lines().anyMatch(line -> line.matches(regex)), () -> "expected: " + regex + "\n" + answer);
    }

    @Test
    void whatThereIsNoRoomForIsRefusedAndNothingIsLost() throws IOException {
        boot();
        machine.command("up cycles");
        machine.awaitLog("^cycles: installed and removed: frames lost 0, isolates 0, queues 0, slots 0, connections 0, modules 0$");
        machine.awaitLog("^cycles: killed: frames lost 0, isolates 0, queues 0, slots 0, connections 0, modules 0$");
        machine.awaitLog("^cycles: crasher was given up after \\d+ lives, the last reason UNCAUGHT_EXCEPTION$");
        machine.awaitLog("^cycles: hog was given up after \\d+ lives, the last reason OUT_OF_MEMORY$");
        machine.awaitLog("^cycles: given up: frames lost 0, isolates 0, queues 0, slots 0, connections 0, modules 0$");
        assertFalse(machine.log().contains("keeper: "), () -> "a state that is another program's\n" + machine.log());

        assertAnswer("/modules/killer.module: the service supervisor is for programs of the image only: take it out of the manifest", "install /modules/killer.module");
        assertAnswer("/modules/huge.module: its heap of 1048576 KiB is more than the memory of the machine, \\d+ KiB: lower @Limits\\(heap\\)", "install /modules/huge.module");
        assertAnswer("installed large: .*", "install /modules/large.module");
        assertAnswer("large is updated to .*", "update large /modules/large.module");
        // The loader has given back what it needed for the others, so it is the modules' share of the memory that ends; the version that was there stays.
        assertAnswer("/modules/large.module: there is room for \\d+ of its pages only: a module has at most 64 MiB, and all have at most half of the memory; uninstall another program", "update large /modules/large.module");
        assertAnswer("large-2 +large +current +.* /modules/large.module", "modules");
        machine.command("uninstall large");
        assertAnswer("installed large: .*", "install /modules/large.module");
        machine.command("uninstall large");

        int installed = 0;
        while (machine.command("install /modules/p" + installed + ".module").contains("installed p" + installed + ": ")) {
            installed++;
        }
        String first = "/modules/p" + installed + ".module";
        assertAnswer(first + ": there are 31 programs, as many as there can be: uninstall one", "install " + first);
        machine.command("uninstall p0");
        assertAnswer("installed p" + installed + ": .*", "install " + first);
        assertAnswer("no program is named p0: status lists them", "uninstall p0");
        assertAnswer("ata0 is a program of the image, which cannot be removed: down ends it", "uninstall ata0");

        assertAnswer("the volume has no room: .*", "cp /system/image.jar /modules/copy.jar");
        assertAnswer("only the host changes /system: use bulkhead volume there", "rm /system/image.model");
        assertAnswer("only the host makes files \\*.module: use bulkhead install there", "mv README.TXT /modules/p0.module");
        machine.command("mv /modules/p0.module /modules/p0.jar");
        assertAnswer("/modules/p0.jar: it is a sealed module, which only counts in a file \\*.module that the host has made: use bulkhead install there, or install the jar here", "install /modules/p0.jar");
        assertEquals(0, machine.deaths().stream().filter(each -> !List.of("keeper", "crasher", "hog", "cycles").contains(each.name())).count(), machine::log);
        machine.halt();
    }
}
