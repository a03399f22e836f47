package org.bulkhead.servers.files;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.bulkhead.isolate.manifest.Rank;
import org.bulkhead.isolate.message.ServiceLoop;
import org.bulkhead.isolate.protocol.BlockDeviceDispatcher;
import org.bulkhead.isolate.protocol.Clock;
import org.bulkhead.isolate.protocol.ClockDispatcher;
import org.bulkhead.isolate.protocol.DamagedVolumeException;
import org.bulkhead.isolate.protocol.FileException;
import org.bulkhead.isolate.protocol.FileInformation;
import org.bulkhead.isolate.protocol.FileRefusedException;
import org.bulkhead.isolate.protocol.Files;
import org.bulkhead.isolate.protocol.MissingFileException;
import org.bulkhead.isolate.protocol.VolumeErrorException;
import org.bulkhead.isolate.protocol.VolumeFullException;
import org.bulkhead.isolate.store.FileStore;
import org.bulkhead.isolate.testkit.IsolateTestkit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The server as its clients meet it, on the real nucleus, over a driver that is an isolate of its own. */
class FileServerTest {
    private static final long SECONDS = 1_700_000_000L;

    @RegisterExtension
    final IsolateTestkit kit = new IsolateTestkit();

    private VolumeDisk disk;
    private Files files;
    private FileStore store;

    @BeforeEach
    void start() {
        disk = new VolumeDisk();
        kit.start(kit.manifest("ata0").rank(Rank.DEVICE).serves("BlockDevice").build(), grants -> () -> new ServiceLoop(new BlockDeviceDispatcher(disk), bits -> { }).run());
        kit.start(kit.manifest("cmos0").rank(Rank.DEVICE).serves("Clock").build(), grants -> () -> new ServiceLoop(new ClockDispatcher(new Clock() {
            @Override
            public long time() {
                return SECONDS;
            }

            @Override
            public void set(long seconds) {
                throw new AssertionError("nobody sets the clock");
            }
        }), bits -> { }).run());
        kit.start(FileServer.class);
        files = kit.connect(Files.SERVICE, Files.class);
        store = new FileStore(files);
    }

    private static byte[] bytes(int seed, int count) {
        byte[] bytes = new byte[count];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    @Test
    void clientsReadAndWrite() throws FileException {
        files.createFolder("/modules");
        store.replace("/modules/printer.jar", bytes(1, 100_000));
        assertArrayEquals(bytes(1, 100_000), store.readWhole("/modules/printer.jar", 100_000));
        assertEquals("printer.jar", store.list("/modules").get(0).name());
        assertEquals(SECONDS * 1_000, store.information("/modules/printer.jar").modified(), 10_000);
        files.flush();
        byte[] piece = new byte[10];
        assertEquals(10, store.read("/modules/printer.jar", 99_000, piece, 0, 10));
        assertArrayEquals(Arrays.copyOfRange(bytes(1, 100_000), 99_000, 99_010), piece);
    }

    @Test
    void exceptionsSayOfWhichKindTheyAre() throws FileException {
        assertEquals("there is nothing at /none", assertThrows(MissingFileException.class, () -> store.readWhole("/none", 10)).getMessage());
        assertThrows(FileRefusedException.class, () -> files.create("relative"));
        store.replace("/a", bytes(1, 100));
        assertThrows(FileRefusedException.class, () -> store.readWhole("/a", 99));
        assertThrows(FileRefusedException.class, () -> store.rename("/a", "/" + "x".repeat(100)));
        VolumeFullException full = assertThrows(VolumeFullException.class, () -> {
            for (int i = 0; i < 100; i++) {
                store.replace("/large" + i, bytes(2, 1_000_000));
            }
        });
        assertTrue(full.getMessage().startsWith("the volume has no room: "), full.getMessage());
        assertTrue(store.list("/").stream().noneMatch(each -> each.name().startsWith("~")), "what could not be finished is gone");
        kit.staysDead("ata0");
        kit.kill("ata0");
        assertThrows(VolumeErrorException.class, () -> files.create("/b"));
    }

    @Test
    void aDiskWithoutVolumeIsNamed() {
        disk.forgetPartitions();
        assertEquals("the disk has no system volume: bulkhead image --volume makes one", assertThrows(DamagedVolumeException.class, () -> files.volume()).getMessage());
    }

    /** Everything that changes a volume, with the server or the driver killed after its system call number n, for all n. */
    @ParameterizedTest
    @ValueSource(strings = {Files.SERVICE, "ata0"})
    void nothingIsLostByADeathAfterAnySystemCall(String victim) throws FileException {
        String calm = session(name -> { });
        int calls = 1;
        boolean died = true;
        while (died) {
            kit.boot();
            start();
            int n = calls++;
            assertEquals(calm, session(name -> kit.killAfterCall(victim, n)), victim + " killed after call " + n);
            died = !kit.deaths().isEmpty();
        }
        assertTrue(calls > 80, "the session made few calls: " + calls);
        kit.boot();
    }

    /** Returns what there is in the end, also to who reads the volume in anew. */
    private String session(Consumer<String> before) throws FileException {
        before.accept(Files.SERVICE);
        files.createFolder("/modules");
        store.replace("/modules/a.jar", bytes(1, 40_000));
        store.replace("/modules/a.jar", bytes(2, 9_000));
        store.copy("/modules/a.jar", "/A copy with a longer name");
        store.rename("/A copy with a longer name", "/modules/b.jar");
        store.replace("/c", bytes(3, 3_000));
        files.truncate("/c", 100);
        files.delete("/modules/a.jar");
        String told = told(files);
        assertEquals(told, told(disk.files(() -> 0)));
        assertArrayEquals(bytes(2, 9_000), store.readWhole("/modules/b.jar", 9_000));
        assertArrayEquals(Arrays.copyOf(bytes(3, 3_000), 100), store.readWhole("/c", 100));
        return told;
    }

    private static String told(Files files) throws FileException {
        TreeSet<String> all = new TreeSet<>();
        for (String folder : new String[] {"/", "/modules"}) {
            int index = 0;
            for (FileInformation each = files.list(folder, 0); each != null; each = files.list(folder, ++index)) {
                all.add(folder + " " + each.name() + " " + each.size());
            }
        }
        return all + " " + files.volume().free() + " free";
    }
}
