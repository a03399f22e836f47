package org.bulkhead.isolate.manifest;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Manifests as bytes and back, and bytes that are none. */
class ManifestCodecTest {
    private static final int PROGRAM = 29;

    /** A manifest that has everything, from a seed: what random numbers choose is all within the range of the annotations. */
    private static Manifest manifest(int seed) {
        java.util.Random random = new java.util.Random(seed);
        Manifest.Builder builder = new Manifest.Builder(PROGRAM, name(random), "org.example." + name(random)).rank(one(random, Rank.values())).start(one(random, StartMode.values()));
        if (random.nextBoolean()) {
            builder.serves("Protocol" + random.nextInt(9));
        }
        if (random.nextBoolean()) {
            builder.supervises();
        }
        if (random.nextBoolean()) {
            builder.loadsModules();
        }
        for (int i = random.nextInt(4); i > 0; i--) {
            builder.usesService(name(random)).sendsTo(name(random)).interrupt(random.nextInt(16)).complainsAbout(name(random));
            builder.ports("ports €" + i, random.nextInt(0x8000), 1 + random.nextInt(0x8000)).window("window", (long) random.nextInt(0xFFFFF) << 12, 4096 * (1 + random.nextInt(16)));
        }
        if (random.nextBoolean()) {
            builder.pci("function", random.nextInt(), random.nextInt(), random.nextInt(), random.nextBoolean(), random.nextBoolean());
            for (int i = random.nextInt(3); i > 0; i--) {
                builder.bar("bar " + i, random.nextInt(6), one(random, BarKind.values()), random.nextInt(4096), 1 + random.nextInt(4096));
            }
        }
        builder.heapBytes(4096 * (64 + random.nextInt(1000))).cpuPercent(1 + random.nextInt(100)).queueSlots(2 + random.nextInt(255)).requestMillis(random.nextInt(Integer.MAX_VALUE))
            .runMillis(random.nextInt(9999)).queuedMillis(random.nextInt(9999)).heartbeatMillis(random.nextInt(9999)).stateBytes(random.nextInt(9999))
            .restarts(one(random, RestartPolicy.values()), random.nextInt(101), random.nextInt(101)).exhausted(one(random, Exhausted.values()));
        if (random.nextBoolean()) {
            builder.group(name(random), one(random, RestartStrategy.values())).recovery(name(random)).versionOf(name(random)).keepsMemory().updatable();
        }
        return builder.build();
    }

    private static <E> E one(java.util.Random random, E[] all) {
        return all[random.nextInt(all.length)];
    }

    private static String name(java.util.Random random) {
        StringBuilder name = new StringBuilder("n");
        for (int i = random.nextInt(15); i > 0; i--) {
            name.append("abcxyz019-".charAt(random.nextInt(10)));
        }
        return name.toString();
    }

    @Property(tries = 300, seed = "1")
    void whatIsWrittenIsRead(@ForAll int seed) throws ManifestFormatException {
        Manifest before = manifest(seed);
        byte[] bytes = ManifestCodec.encode(before);
        Manifest after = ManifestCodec.decode(PROGRAM, bytes);
        assertArrayEquals(bytes, ManifestCodec.encode(after));
        assertEquals(describe(before), describe(after));
    }

    /** Says all that a manifest has, by every method of it that takes nothing. */
    private static String describe(Manifest manifest) {
        StringBuilder text = new StringBuilder();
        Arrays.stream(Manifest.class.getMethods()).filter(each -> each.getDeclaringClass() == Manifest.class && each.getParameterCount() == 0).map(each -> each.getName()).sorted().forEach(each -> {
            try {
                text.append(each).append('=').append(Manifest.class.getMethod(each).invoke(manifest)).append('\n');
            } catch (ReflectiveOperationException e) {
                throw new AssertionError(e);
            }
        });
        return text.toString();
    }

    @Property(tries = 300, seed = "2")
    void everyBeginningIsRefused(@ForAll int seed, @ForAll @IntRange(min = 0, max = 100_000) int cut) {
        byte[] bytes = ManifestCodec.encode(manifest(seed));
        byte[] beginning = Arrays.copyOf(bytes, cut % bytes.length);
        assertThrows(ManifestFormatException.class, () -> ManifestCodec.decode(PROGRAM, beginning));
    }

    @Property(tries = 2000, seed = "3")
    void changedBytesAreRefusedOrAManifest(@ForAll int seed, @ForAll("flips") List<Integer> flips) {
        byte[] bytes = ManifestCodec.encode(manifest(seed));
        for (int each : flips) {
            bytes[(each >>> 8) % bytes.length] = (byte) each;
        }
        try {
            Manifest found = ManifestCodec.decode(PROGRAM, bytes);
            assertTrue(found.heapBytes() % 4096 == 0 && found.cpuPercent() >= 1 && found.cpuPercent() <= 100 && found.queueSlots() >= 2 && found.queueSlots() <= 256);
            assertTrue(found.interrupts().stream().allMatch(line -> line >= 0 && line < 16));
            assertTrue(found.ports().stream().allMatch(ports -> ports.first() >= 0 && ports.count() > 0 && ports.first() + ports.count() <= 0x10000));
        } catch (ManifestFormatException e) {
            assertTrue(e.getMessage().startsWith("no manifest: byte "), e.getMessage());
        }
    }

    @Provide
    Arbitrary<List<Integer>> flips() {
        return Arbitraries.integers().withDistribution(RandomDistribution.uniform()).list().ofMinSize(1).ofMaxSize(4);
    }

    private static String refusal(byte[] bytes) {
        return assertThrows(ManifestFormatException.class, () -> ManifestCodec.decode(PROGRAM, bytes)).getMessage();
    }

    @Test
    void theFirstThatIsWrongIsNamed() {
        byte[] good = ManifestCodec.encode(new Manifest.Builder(1, "printer", "P").heapBytes(1 << 20).cpuPercent(50).queueSlots(4).build());
        assertEquals("no manifest: byte 0: it ends before the mark of a manifest", refusal(new byte[0]));
        assertEquals("no manifest: byte 1: the mark of a manifest is not there", refusal("BXMF".getBytes()));
        byte[] later = good.clone();
        later[4] = 2;
        assertEquals("no manifest: byte 4: the layout has version 2, and 1 is known here: load the program anew", refusal(later));
        byte[] name = good.clone();
        name[6] = 'P';
        assertEquals("no manifest: byte 5: name \"Printer\" is not 1 to 15 characters a-z, 0-9 and -, the first of them no -", refusal(name));
        byte[] rank = good.clone();
        rank[15] = 99;
        assertEquals("no manifest: byte 15: rank is 99, 0 to 7 is possible", refusal(rank));
        assertEquals("no manifest: byte " + good.length + ": 3 bytes follow the end", refusal(Arrays.copyOf(good, good.length + 3)));
    }
}
