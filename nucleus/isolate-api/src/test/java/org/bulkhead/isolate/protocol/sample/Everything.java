package org.bulkhead.isolate.protocol.sample;

import java.nio.ByteBuffer;
import org.bulkhead.isolate.message.LeaseAccess;
import org.bulkhead.isolate.protocol.Deadline;
import org.bulkhead.isolate.protocol.Idempotent;
import org.bulkhead.isolate.protocol.Lent;
import org.bulkhead.isolate.protocol.MaxLength;
import org.bulkhead.isolate.protocol.Nullable;
import org.bulkhead.isolate.protocol.OneWay;
import org.bulkhead.isolate.protocol.Protocol;
import org.bulkhead.isolate.protocol.Timeout;

/** A protocol with all that a protocol can have, except answers that are put off. */
@Protocol(version = 3)
public interface Everything {
    @Idempotent
    double scalars(boolean a, byte b, short c, char d, int e, long f, float g, double h);

    String texts(String free, @MaxLength(10) String limited, @Nullable String perhaps);

    Arrays arrays(@MaxLength(4) boolean[] a, @MaxLength(10) byte[] b, @MaxLength(4) short[] c, @MaxLength(4) char[] d, @MaxLength(3) int[] e, @Nullable @MaxLength(2) long[] f);

    @Nullable
    Tree tree(@Nullable Tree tree, Colour colour);

    @MaxLength(11)
    double[] doubles(float[] from);

    void fails(int how) throws FirstException, SecondException;

    @Deadline("2s")
    int lends(@Lent(value = LeaseAccess.READ, max = 8192) ByteBuffer from, int plus, @Lent(value = LeaseAccess.WRITE, max = 8192) ByteBuffer into);

    @OneWay
    void tells(String what, @Nullable Colour colour);

    long waits(@Timeout long nanos, long value);

    /** Names that generated code uses itself. */
    int names(int message, int outcome, int result, int e, int implementation, int queue);

    /** An enum. */
    enum Colour { RED, GREEN, BLUE }

    /** A record in a record. */
    record Leaf(@MaxLength(5) byte[] bytes, @Nullable Colour colour) {}

    /** A record that does not take every value. */
    record Tree(String name, Leaf left, @Nullable Leaf right, char mark) {
        /** Throws IllegalArgumentException if the mark is 0. */
        public Tree {
            if (mark == 0) {
                throw new IllegalArgumentException("a tree has a mark");
            }
        }
    }

    /** Arrays of all types but those of 8 bytes. */
    record Arrays(boolean[] a, byte[] b, short[] c, char[] d, int[] e, @Nullable long[] f) {}

    /** The first. */
    final class FirstException extends Exception {
        private static final long serialVersionUID = 1;

        public FirstException(String message) {
            super(message);
        }
    }

    /** The second. */
    final class SecondException extends Exception {
        private static final long serialVersionUID = 1;

        public SecondException(String message) {
            super(message);
        }
    }
}
