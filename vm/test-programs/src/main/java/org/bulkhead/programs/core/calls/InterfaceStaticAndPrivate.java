package org.bulkhead.programs.core.calls;

import org.bulkhead.programs.Out;

/** Static and private methods of interfaces, and calls among them. */
public final class InterfaceStaticAndPrivate {
    private interface Codec {
        int KEY = 0x5A;

        static int encode(int x) {
            return twist(x) + 1;
        }

        private static int twist(int x) {
            return x ^ KEY;
        }

        default int decode(int x) {
            return helper(x - 1);
        }

        private int helper(int x) {
            return twist(x) + offset();
        }

        int offset();
    }

    private static final class Plain implements Codec {
        @Override
        public int offset() {
            return 0;
        }
    }

    private static final class Shifted implements Codec {
        @Override
        public int offset() {
            return 1000;
        }

        public int helper(int x) {
            return -x;
        }
    }

    public static void main(String[] args) {
        Codec[] codecs = {new Plain(), new Shifted()};
        for (int x = 0; x < 500; x += 99) {
            Out.print(Codec.encode(x));
            for (Codec c : codecs) {
                Out.print(' ');
                Out.print(c.decode(Codec.encode(x)));
            }
            Out.println();
        }
        Out.println(new Shifted().helper(3));
    }
}
