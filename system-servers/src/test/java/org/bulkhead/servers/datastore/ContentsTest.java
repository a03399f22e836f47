package org.bulkhead.servers.datastore;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32;
import org.bulkhead.isolate.manifest.Manifest;
import org.bulkhead.isolate.message.Badge;
import org.bulkhead.isolate.protocol.Change;
import org.bulkhead.isolate.protocol.DamagedStateException;
import org.bulkhead.isolate.protocol.DataStore;
import org.bulkhead.isolate.protocol.DataStoreException;
import org.bulkhead.isolate.protocol.ValueType;
import org.bulkhead.isolate.testkit.IsolateTestkit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is kept is kept whole, wherever the server dies. */
class ContentsTest {
    private static final int DRIVER = 1;
    private static final int READER = 2;
    private static final Owners OWNERS = new Owners(new Manifest[] {manifest(0, "supervisor"), manifest(DRIVER, "ne0"), manifest(READER, "console")});

    /** For the log, which only an isolate has. */
    @RegisterExtension
    final IsolateTestkit kit = new IsolateTestkit();

    /** Something that a client asks for. */
    private interface Request {
        void serve(Contents contents) throws DataStoreException;
    }

    private static Manifest manifest(int program, String name) {
        return new Manifest.Builder(program, name, name).stateBytes(DataStore.STATE_LIMIT).build();
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static Request publish(String name, String value) {
        return contents -> contents.names().publish(DRIVER, name, ValueType.STRING, text(value));
    }

    private static Request commit(int version, int length) {
        return contents -> contents.states().commit(DRIVER, version, text("s".repeat(length)));
    }

    private static final List<Request> REQUESTS = List.of(
        contents -> contents.subscriptions().subscribe(READER, NamePattern.of("net/**")),
        contents -> contents.subscriptions().subscribe(READER, NamePattern.of("**/mode")),
        publish("net/ne0/address", "52:54:00:12:34:56"),
        publish("net/ne0/mode", "station"),
        commit(1, 100),
        publish("net/ne0/mode", "everything".repeat(25)),
        commit(2, 3000),
        publish("elsewhere", "not told"),
        contents -> contents.subscriptions().seen(READER, contents.subscriptions().oldest(READER).sequence()),
        contents -> contents.names().delete(DRIVER, "net/ne0/address"),
        commit(3, 20),
        contents -> contents.subscriptions().unsubscribe(READER, NamePattern.of("**/mode")));

    private static Contents contents(MortalMemory memory) {
        return new Contents(new EntryStore(memory), OWNERS);
    }

    /** Says all that clients can find out, and takes what waits for the reader. */
    private static String told(Contents contents) throws DataStoreException, DamagedStateException {
        StringBuilder text = new StringBuilder();
        NamePattern all = NamePattern.of("**");
        for (int i = 0; contents.names().get(all, i) != null; i++) {
            Entry entry = contents.names().get(all, i);
            text.append(entry.name()).append('=').append(new String(contents.names().value(entry), StandardCharsets.ISO_8859_1)).append('\n');
        }
        Entry state = contents.states().get(DRIVER);
        text.append(state == null ? "no state" : state.tag() + ":" + new String(contents.states().load(state), StandardCharsets.ISO_8859_1)).append('\n');
        for (Change each = contents.subscriptions().oldest(READER); each != null; each = contents.subscriptions().oldest(READER)) {
            text.append(each.kind()).append(' ').append(each.name()).append(' ').append(new String(each.value(), StandardCharsets.ISO_8859_1)).append('\n');
            contents.subscriptions().seen(READER, each.sequence());
        }
        return text.toString();
    }

    /** Serves the requests; dies after so many stores, then after so many more, and has the request repeated by which it died. Returns how often it died. */
    private static int serve(MortalMemory memory, int... stores) throws DataStoreException {
        memory.dieAfter(stores[0]);
        int deaths = 0;
        int next = 0;
        Contents contents = null;
        while (next < REQUESTS.size()) {
            try {
                contents = contents == null ? contents(memory) : contents;
                REQUESTS.get(next).serve(contents);
                next++;
            } catch (MortalMemory.Died e) {
                deaths++;
                contents = null;
                memory.dieAfter(deaths < stores.length ? stores[deaths] : Integer.MAX_VALUE);
            }
        }
        memory.dieAfter(Integer.MAX_VALUE);
        return deaths;
    }

    @Test
    void nothingIsLostOrDoubledByADeathAfterAnyStore() throws Exception {
        MortalMemory calm = new MortalMemory();
        serve(calm, Integer.MAX_VALUE);
        String expected = told(contents(calm));
        assertTrue(expected.contains("3:" + "s".repeat(20)) && expected.contains("DELETED net/ne0/address"), expected);
        int stores = 0;
        MortalMemory memory = new MortalMemory();
        while (serve(memory, stores) > 0) {
            assertEquals(expected, told(contents(memory)), "death after store " + stores);
            stores++;
            memory = new MortalMemory();
        }
        assertTrue(stores > 4000, () -> "the requests made few stores");
    }

    /** A death while recovering from a death. */
    @Test
    void nothingIsLostByTwoDeaths() throws Exception {
        MortalMemory calm = new MortalMemory();
        serve(calm, Integer.MAX_VALUE);
        String expected = told(contents(calm));
        long seed = 20_261_125;
        Random random = new Random(seed);
        for (int round = 0; round < 500; round++) {
            MortalMemory memory = new MortalMemory();
            int first = random.nextInt(4000);
            int second = random.nextInt(6);
            serve(memory, first, second);
            String where = "seed " + seed + ", round " + round + ", stores " + first + " and " + second;
            assertEquals(expected, told(contents(memory)), where);
        }
    }

    @Test
    void aDamagedStateIsNeverGivenOut() throws Exception {
        MortalMemory memory = new MortalMemory();
        commit(7, 1000).serve(contents(memory));
        byte[] image = memory.bytes().array().clone();
        int noticed = 0;
        for (int at = 0; at < image.length; at++) {
            if (image[at] == 0) {
                continue;
            }
            System.arraycopy(image, 0, memory.bytes().array(), 0, image.length);
            memory.bytes().put(at, (byte) (image[at] ^ 1 << at % Byte.SIZE));
            Contents contents = contents(memory);
            Entry entry = contents.states().get(DRIVER);
            try {
                if (entry != null) {
                    assertArrayEquals(text("s".repeat(1000)), contents.states().load(entry), "byte " + at);
                    assertEquals(7, entry.tag());
                }
            } catch (DamagedStateException e) {
                assertTrue(e.getMessage().startsWith("the state of ne0, version 7, 1000 bytes, is damaged"), e.getMessage());
                noticed++;
            }
        }
        assertEquals(1000, noticed, "each byte of the data is covered");
    }

    @Test
    void aDamagedNameIsDroppedWithALine() throws Exception {
        MortalMemory memory = new MortalMemory();
        publish("a", "x".repeat(200)).serve(contents(memory));
        publish("b", "whole").serve(contents(memory));
        int at = new String(memory.bytes().array(), StandardCharsets.ISO_8859_1).indexOf("xxxx");
        memory.bytes().put(at, (byte) 'y');
        Contents contents = contents(memory);
        assertNull(contents.names().get("a"));
        assertEquals("b", contents.names().get("b").name());
        assertTrue(kit.log().contains("datastore: the value of a is damaged: the name was dropped"), () -> kit.log().toString());
    }

    @Test
    void memoryFullOfNonsenseIsSurvived() throws Exception {
        MortalMemory memory = new MortalMemory();
        new Random(1).nextBytes(memory.bytes().array());
        memory.bytes().putLong(0, 1);
        publish("a", "value").serve(contents(memory));
        assertEquals("a", contents(memory).names().get("a").name());
    }

    /** Program numbers are used again: what an installed program has left is not seen by another with its number. */
    @Test
    void whatAnInstalledProgramLeavesIsNotTheNextOnes() throws Exception {
        MortalMemory memory = new MortalMemory();
        int first = Badge.of(20, 1);
        int second = Badge.of(20, 2);
        Contents contents = contents(memory);
        contents.names().publish(first, "mine", ValueType.BYTES, new byte[1]);
        contents.subscriptions().subscribe(first, NamePattern.of("net/*"));
        contents.states().commit(first, 1, text("secret"));
        contents = contents(memory);
        assertArrayEquals(text("secret"), contents.states().load(contents.states().get(first)), "its successor finds it");
        assertNull(contents.states().get(second));
        assertEquals("program 20", OWNERS.name(second));
        Names names = contents.names();
        assertThrows(DataStoreException.class, () -> names.publish(second, "mine", ValueType.BYTES, new byte[1]));
        contents.states().forget(second);
        assertArrayEquals(text("secret"), contents.states().load(contents.states().get(first)), "nobody forgets another's");
        contents.drop(first);
        contents = contents(memory);
        assertNull(contents.names().get("mine"));
        assertNull(contents.states().get(first));
        contents.names().publish(second, "mine", ValueType.BYTES, new byte[2]);
        contents.names().publish(DRIVER, "net/mode", ValueType.BYTES, new byte[2]);
        assertNull(contents.subscriptions().oldest(first));
        // The supervisor has not told of the removal: the state of the next takes the place of what was left.
        contents.states().commit(first, 1, text("late"));
        contents.states().commit(second, 1, text("other"));
        contents = contents(memory);
        assertNull(contents.states().get(first));
        assertArrayEquals(text("other"), contents.states().load(contents.states().get(second)));
    }

    @Test
    void theLimitsOfAllPartsFitIntoTheMemoryTogether() throws Exception {
        MortalMemory memory = new MortalMemory();
        Manifest[] system = new Manifest[Manifest.PROGRAM_LIMIT];
        Arrays.setAll(system, i -> manifest(i, "p" + i));
        Owners owners = new Owners(system);
        Contents contents = new Contents(new EntryStore(memory), owners);
        for (int i = 0; i < Subscriptions.LIMIT; i++) {
            contents.subscriptions().subscribe(i / Subscriptions.OWNER_LIMIT, NamePattern.of("**" + "*".repeat(i)));
        }
        for (int i = 0; i < Names.LIMIT; i++) {
            contents.names().publish(i / Names.OWNER_LIMIT, "n" + i, ValueType.BYTES, new byte[DataStore.VALUE_LIMIT]);
        }
        int left = contents.states().limit();
        int owner = 0;
        while (left > 0) {
            int length = Math.min(left, DataStore.STATE_LIMIT);
            contents.states().commit(owner++, 1, new byte[length]);
            left -= length;
        }
        assertThrows(DataStoreException.class, () -> contents.states().commit(30, 1, new byte[1000]));
        contents.states().commit(30, 1, new byte[EntryStore.INLINE]);
        assertThrows(DataStoreException.class, () -> contents.names().publish(29, "more", ValueType.BYTES, new byte[1]));
        assertThrows(DataStoreException.class, () -> contents.subscriptions().subscribe(29, NamePattern.of("*")));
        // Each can still be replaced.
        contents.states().commit(0, 2, new byte[DataStore.STATE_LIMIT]);
        byte[] other = new byte[DataStore.VALUE_LIMIT];
        other[0] = 1;
        contents.names().publish(0, "n0", ValueType.BYTES, other);
        assertEquals(contents.subscriptions().oldest(0).missed(), Names.LIMIT + 1 - DataStore.BACKLOG);
        assertEquals(Names.LIMIT, new Contents(new EntryStore(memory), owners).names().size());
    }

    @Test
    void checksumsAreThoseOfCrc32() {
        byte[] bytes = new byte[1000];
        new Random(2).nextBytes(bytes);
        CRC32 reference = new CRC32();
        reference.update(bytes, 0, 999);
        assertEquals((int) reference.getValue(), new Checksum().add(bytes, 999).value());
    }
}
