package org.bulkhead.isolate.protocol;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.BeforeTry;
import org.bulkhead.isolate.call.DeadlineException;
import org.bulkhead.isolate.call.Nucleus;
import org.bulkhead.isolate.call.RawMemory;
import org.bulkhead.isolate.call.RefusedException;
import org.bulkhead.isolate.message.Lease;
import org.bulkhead.isolate.message.LeaseException;
import org.bulkhead.isolate.message.Loopback;
import org.bulkhead.isolate.message.Message;
import org.bulkhead.isolate.message.MessageQueue;
import org.bulkhead.isolate.protocol.ProtocolException.Disagreement;
import org.bulkhead.isolate.protocol.sample.Everything;
import org.bulkhead.isolate.protocol.sample.EverythingClient;
import org.bulkhead.isolate.protocol.sample.EverythingDispatcher;
import org.bulkhead.isolate.protocol.sample.Later;
import org.bulkhead.isolate.protocol.sample.LaterClient;
import org.bulkhead.isolate.protocol.sample.LaterDispatcher;
import org.bulkhead.isolate.protocol.sample.LaterServer;
import org.bulkhead.isolate.protocol.sample.Recorder;
import org.bulkhead.nucleus.abi.MessageLayout;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From a call of a generated client, through a message, to a call of an implementation by a generated dispatcher, and back. */
class RoundTripTest {
    private Loopback loopback;
    private Recorder server;
    private Everything client;

    /** Raw memory is never freed, so each test and each try of a property has its own. */
    @BeforeEach
    @BeforeTry
    void start() {
        loopback = new Loopback();
        server = new Recorder();
        client = new EverythingClient(loopback.queue(new EverythingDispatcher(server)));
    }

    @Property(tries = 200, seed = "1")
    void scalarsArriveAsTheyAre(@ForAll boolean a, @ForAll byte b, @ForAll short c, @ForAll char d, @ForAll int e, @ForAll long f, @ForAll float g, @ForAll double h) {
        assertEquals(Double.doubleToRawLongBits(h), Double.doubleToRawLongBits(client.scalars(a, b, c, d, e, f, g, h)));
        assertArrayEquals(new Object[] {a, b, c, d, e, f, g, h}, server.seen);
    }

    @Property(tries = 300, seed = "2")
    void textsArriveAsTheyAreOrAreRefusedByName(@ForAll("texts") String free, @ForAll("texts") String limited, @ForAll("texts") String perhaps, @ForAll boolean isThere) {
        String third = isThere ? perhaps : null;
        boolean fits = bytes(limited) <= 10 && bytes(free) + bytes(limited) + 3 + (isThere ? 1 + bytes(third) : 0) <= Message.CAPACITY;
        if (fits && isText(free) && isText(limited) && (!isThere || isText(third))) {
            assertEquals(free, client.texts(free, limited, third));
            assertArrayEquals(new Object[] {free, limited, third}, server.seen);
        } else {
            assertTrue(assertThrows(IllegalArgumentException.class, () -> client.texts(free, limited, third)).getMessage().matches("(?s)Everything\\.texts: (free|limited|perhaps)\\b.*"));
        }
    }

    @Property(tries = 200, seed = "3")
    void arraysArriveAsTheyAre(@ForAll @Size(max = 4) boolean[] a, @ForAll @Size(max = 10) byte[] b, @ForAll @Size(max = 4) short[] c, @ForAll @Size(max = 4) char[] d,
            @ForAll @Size(max = 3) int[] e, @ForAll @Size(max = 2) long[] f, @ForAll boolean isThere) {
        long[] last = isThere ? f : null;
        Everything.Arrays result = client.arrays(a, b, c, d, e, last);
        assertTrue(Arrays.deepEquals(new Object[] {a, b, c, d, e, last}, server.seen));
        assertTrue(Arrays.deepEquals(new Object[] {a, b, c, d, e, last}, new Object[] {result.a(), result.b(), result.c(), result.d(), result.e(), result.f()}));
    }

    @Property(tries = 300, seed = "4")
    void recordsArriveAsTheyAre(@ForAll("trees") Everything.Tree tree, @ForAll Everything.Colour colour) {
        Everything.Tree result = client.tree(tree, colour);
        assertTrue(equal(tree, (Everything.Tree) server.seen[0]));
        assertEquals(colour, server.seen[1]);
        assertTrue(equal(tree, result));
    }

    @Property(tries = 100, seed = "5")
    void lentMemoryIsReadAndWritten(@ForAll @IntRange(max = 8192) int length, @ForAll byte plus) {
        ByteBuffer from = RawMemory.allocateBuffer(length + 3).position(3);
        ByteBuffer into = RawMemory.allocateBuffer(length + 2).limit(length);
        for (int i = 0; i < length; i++) {
            from.put(3 + i, (byte) (i * 5));
        }
        assertEquals(length, client.lends(from, plus, into));
        assertArrayEquals(new Object[] {length, (int) plus, length}, server.seen);
        for (int i = 0; i < length; i++) {
            assertEquals((byte) (i * 5 + plus), into.get(i));
        }
        assertEquals(0, into.position());
        assertEquals(3, from.position());
    }

    @Test
    void wholePagesAreMapped() {
        ByteBuffer from = RawMemory.allocateBuffer(4096);
        ByteBuffer into = RawMemory.allocateBuffer(8192);
        from.put(4095, (byte) 9);
        assertEquals(4096, client.lends(from, 1, into));
        assertEquals(10, into.get(4095));
    }

    @Test
    void whatCannotBeLentIsNamed() {
        ByteBuffer good = RawMemory.allocateBuffer(16);
        assertTrue(assertThrows(IllegalArgumentException.class, () -> client.lends(ByteBuffer.allocate(16), 0, good)).getMessage()
            .startsWith("Everything.lends: from is a buffer on the Java heap"));
        assertTrue(assertThrows(IllegalArgumentException.class, () -> client.lends(RawMemory.allocateBuffer(8193), 0, good)).getMessage()
            .startsWith("Everything.lends: from has 8193 bytes, at most 8192"));
        assertTrue(assertThrows(IllegalArgumentException.class, () -> client.lends(good, 0, good.asReadOnlyBuffer())).getMessage().startsWith("Everything.lends: into is read only"));
        assertEquals("Everything.lends: into", assertThrows(NullPointerException.class, () -> client.lends(good, 0, null)).getMessage());
    }

    @Test
    void missingValuesAreNamed() {
        assertEquals("Everything.texts: free", assertThrows(NullPointerException.class, () -> client.texts(null, "", null)).getMessage());
        assertEquals("Everything.tree: colour", assertThrows(NullPointerException.class, () -> client.tree(null, null)).getMessage());
        Everything.Tree without = new Everything.Tree("x", null, null, 'm');
        assertEquals("Tree.left", assertThrows(NullPointerException.class, () -> client.tree(without, Everything.Colour.RED)).getMessage());
        assertTrue(assertThrows(IllegalArgumentException.class, () -> client.doubles(new float[24])).getMessage().startsWith("Everything.doubles: from has 24 elements, at most 23"));
        assertNull(client.tree(null, Everything.Colour.BLUE));
    }

    @Test
    void declaredExceptionsArriveWithAsMuchOfTheirTextAsFits() throws Everything.FirstException, Everything.SecondException {
        client.fails(0);
        assertEquals("first", assertThrows(Everything.FirstException.class, () -> client.fails(1)).getMessage());
        assertEquals("\u00fc".repeat(47), assertThrows(Everything.SecondException.class, () -> client.fails(2)).getMessage());
    }

    @Test
    void timeLimitsStayWithTheClient() {
        client.waits(500, 7);
        assertArrayEquals(new Object[] {0L, 7L}, server.seen);
        assertEquals(1500, loopback.deadline());
        client.lends(RawMemory.allocateBuffer(1), 0, RawMemory.allocateBuffer(1));
        assertEquals(2_000_001_000L, loopback.deadline());
        client.names(1, 2, 3, 4, 5, 6);
        assertArrayEquals(new Object[] {1, 2, 3, 4, 5, 6}, server.seen);
        assertEquals(Nucleus.FOREVER, loopback.deadline());
    }

    @Test
    void oneWayMessagesHaveNoReply() {
        client.tells("hello", null);
        assertArrayEquals(new Object[] {"hello", null}, server.seen);
    }

    @Test
    void onlyWhatIsMarkedIsRepeated() {
        client.scalars(true, (byte) 0, (short) 0, 'x', 0, 0, 0, 0);
        assertEquals(MessageLayout.FLAG_IDEMPOTENT, loopback.requestFlags());
        client.doubles(new float[0]);
        assertEquals(0, loopback.requestFlags());
    }

    @Test
    void strangersAreToldWhatIsSpokenHere() {
        Later stranger = new LaterClient(loopback.queue(new EverythingDispatcher(server)));
        ProtocolException problem = assertThrows(ProtocolException.class, () -> stranger.atOnce(1, 1));
        assertEquals(Disagreement.OTHER_PROTOCOL, problem.disagreement());
        assertTrue(problem.getMessage().startsWith("loopback serves Everything version 3, its client speaks Later version 1"), problem.getMessage());
        MessageQueue queue = loopback.queue(new EverythingDispatcher(server));
        assertEquals(Disagreement.OTHER_VERSION, OperationCode.disagreement(known(queue, EverythingDispatcher.SCALARS + 0x100), EverythingDispatcher.SCALARS + 0x100));
        assertEquals(Disagreement.UNKNOWN_OPERATION, OperationCode.disagreement(known(queue, EverythingDispatcher.SCALARS + 100), EverythingDispatcher.SCALARS + 100));
        assertThrows(RefusedException.class, () -> queue.call(new Message().begin(1), 1));
    }

    private static int known(MessageQueue queue, int operation) {
        Message message = new Message().begin(operation);
        queue.call(message, 1);
        assertEquals(OperationCode.MISUNDERSTOOD, message.operation());
        int known = message.getInt();
        assertEquals("Everything version 3", message.getText());
        return known;
    }

    /** A server that answers when the test says so. */
    private static final class Patient implements LaterServer {
        private NextReply next;
        private FillReply fill;
        private Lease lease;

        @Override
        public void next(int number, NextReply reply) {
            next = reply;
        }

        @Override
        public void fill(Lease into, FillReply reply) {
            lease = into;
            fill = reply;
        }

        @Override
        public int atOnce(int value) {
            return value;
        }
    }

    @Test
    void whatIsPutOffIsAnsweredOnceAndToldWhetherItArrived() {
        Patient patient = new Patient();
        Later later = new LaterClient(loopback.queue(new LaterDispatcher(patient)));
        assertThrows(DeadlineException.class, () -> later.next(1, 100));
        assertTrue(patient.next.answer("now"), "the loopback's caller still waits");
        assertTrue(!patient.next.answer("again") && !patient.next.fail(new DeviceException("gone")));
        assertEquals(5, later.atOnce(5, 10));
        ByteBuffer into = RawMemory.allocateBuffer(40);
        assertThrows(DeadlineException.class, () -> later.fill(into));
        patient.lease.write(10, RawMemory.allocateBuffer(4).putInt(0, 0x0102_0304));
        assertEquals(0x0102_0304, into.getInt(10));
        assertThrows(IndexOutOfBoundsException.class, () -> patient.lease.write(38, RawMemory.allocateBuffer(4)));
        assertThrows(LeaseException.class, () -> patient.lease.read(0, RawMemory.allocateBuffer(4)));
        assertTrue(patient.fill.answer(4));
        assertThrows(LeaseException.class, () -> patient.lease.write(0, RawMemory.allocateBuffer(4)));
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    private static boolean isText(String text) {
        return StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }

    private static boolean equal(Everything.Leaf a, Everything.Leaf b) {
        return a == null ? b == null : b != null && Arrays.equals(a.bytes(), b.bytes()) && a.colour() == b.colour();
    }

    private static boolean equal(Everything.Tree a, Everything.Tree b) {
        return a == null ? b == null : b != null && a.name().equals(b.name()) && equal(a.left(), b.left()) && equal(a.right(), b.right()) && a.mark() == b.mark();
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.oneOf(Arbitraries.strings().ofMaxLength(40), Arbitraries.strings().ascii().ofMaxLength(100), Arbitraries.strings().ascii().ofMaxLength(10));
    }

    @Provide
    Arbitrary<Everything.Tree> trees() {
        Arbitrary<Everything.Leaf> leaves = Combinators.combine(Arbitraries.bytes().array(byte[].class).ofMaxSize(5), Arbitraries.of(Everything.Colour.class).injectNull(0.3))
            .as(Everything.Leaf::new);
        return Combinators.combine(Arbitraries.strings().alpha().ofMaxLength(60), leaves, leaves.injectNull(0.3), Arbitraries.chars().filter(c -> c != 0))
            .as(Everything.Tree::new).injectNull(0.1);
    }
}
