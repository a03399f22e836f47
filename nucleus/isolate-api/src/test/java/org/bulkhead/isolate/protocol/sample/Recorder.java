package org.bulkhead.isolate.protocol.sample;

import java.nio.ByteBuffer;

/** Implements {@link Everything} by remembering its arguments and returning something made of them. */
public final class Recorder implements Everything {
    /** The arguments of the last request. */
    public Object[] seen = {};

    @Override
    public double scalars(boolean a, byte b, short c, char d, int e, long f, float g, double h) {
        seen = new Object[] {a, b, c, d, e, f, g, h};
        return h;
    }

    @Override
    public String texts(String free, String limited, String perhaps) {
        seen = new Object[] {free, limited, perhaps};
        return free;
    }

    @Override
    public Arrays arrays(boolean[] a, byte[] b, short[] c, char[] d, int[] e, long[] f) {
        seen = new Object[] {a, b, c, d, e, f};
        return new Arrays(a, b, c, d, e, f);
    }

    @Override
    public Tree tree(Tree tree, Colour colour) {
        seen = new Object[] {tree, colour};
        return tree;
    }

    @Override
    public double[] doubles(float[] from) {
        seen = new Object[] {from};
        double[] result = new double[Math.min(from.length, 11)];
        for (int i = 0; i < result.length; i++) {
            result[i] = from[i];
        }
        return result;
    }

    @Override
    public void fails(int how) throws FirstException, SecondException {
        seen = new Object[] {how};
        if (how == 1) {
            throw new FirstException("first");
        }
        if (how == 2) {
            throw new SecondException("\u00fc".repeat(100));
        }
    }

    @Override
    public int lends(ByteBuffer from, int plus, ByteBuffer into) {
        seen = new Object[] {from.remaining(), plus, into.remaining()};
        int count = Math.min(from.remaining(), into.remaining());
        for (int i = 0; i < count; i++) {
            into.put((byte) (from.get() + plus));
        }
        return count;
    }

    @Override
    public void tells(String what, Colour colour) {
        seen = new Object[] {what, colour};
    }

    @Override
    public long waits(long nanos, long value) {
        seen = new Object[] {nanos, value};
        return value;
    }

    @Override
    public int names(int message, int outcome, int result, int e, int implementation, int queue) {
        seen = new Object[] {message, outcome, result, e, implementation, queue};
        return message;
    }
}
