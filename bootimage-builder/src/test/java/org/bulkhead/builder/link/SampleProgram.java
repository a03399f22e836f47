package org.bulkhead.builder.link;

import java.util.Comparator;

/** A small program with something of everything that hubs and the code table describe. */
final class SampleProgram {
    interface Named {
        String name();

        default int weight() {
            return name().length();
        }
    }

    interface Sized extends Named {
        int size();
    }

    static class Base implements Sized {
        private final String name;
        private final long serial;
        private final Object[] parts;
        private final byte flag;

        Base(String name, long serial, Object... parts) {
            this.name = name;
            this.serial = serial;
            this.parts = parts;
            this.flag = (byte) serial;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public int size() {
            return parts.length + (int) serial + flag;
        }
    }

    static final class Heavy extends Base implements Comparator<Base> {
        private Base other;

        Heavy(Base other) {
            super("heavy", 2, other);
            this.other = other;
        }

        @Override
        public int weight() {
            return 1000;
        }

        @Override
        public int compare(Base one, Base two) {
            return one.size() - two.size() + (other == null ? 0 : 1);
        }
    }

    /** Never made: it implements the interface and must not be in any table. */
    static final class Unused extends Base {
        Unused() {
            super("unused", 0);
        }

        @Override
        public int size() {
            return -1;
        }
    }

    static class Depth2 extends Base {
        Depth2() {
            super("deep", 1);
        }
    }

    static class Depth3 extends Depth2 {}

    static class Depth4 extends Depth3 {}

    static class Depth5 extends Depth4 {}

    static class Depth6 extends Depth5 {}

    static class Depth7 extends Depth6 {}

    static class Depth8 extends Depth7 {}

    static final class Depth9 extends Depth8 {
        @Override
        public String name() {
            return "deepest";
        }
    }

    interface First {
        int first();
    }

    interface Middle {
        int a();

        int b();

        int c();

        int d();

        int e();

        int f();

        int g();
    }

    interface Last {
        int last();
    }

    /** Its two methods are called in {@link #collide}, seven others between them: in a table of eight entries both numbers belong to the same one. */
    static final class Ends implements First, Last {
        @Override
        public int first() {
            return 1;
        }

        @Override
        public int last() {
            return 2;
        }
    }

    enum Colour { RED, GREEN }

    private static int runs;

    private SampleProgram() {}

    static int run(int seed) {
        Sized[] all = {new Base("base", seed), new Heavy(new Depth9()), new Depth4()};
        int total = Colour.GREEN.ordinal();
        for (Sized each : all) {
            total += weigh(each);
        }
        Comparator<Base> order = new Heavy(null);
        Ends ends = new Ends();
        total += collide(ends, null, ends);
        return total + order.compare((Base) all[0], (Base) all[1]) + guarded(all, seed) + twoDimensions(seed).length;
    }

    static int weigh(Named named) {
        return named.weight() + (named instanceof Sized sized ? sized.size() : 0);
    }

    static synchronized int guarded(Object[] all, int index) {
        try {
            runs++;
            return all[index].hashCode();
        } catch (ArrayIndexOutOfBoundsException e) {
            return -1;
        } catch (RuntimeException e) {
            return e.getMessage() == null ? -2 : -3;
        }
    }

    static int collide(First first, Middle middle, Last last) {
        return first.first() + middle.a() + middle.b() + middle.c() + middle.d() + middle.e() + middle.f() + middle.g() + last.last();
    }

    static long[][] twoDimensions(int length) {
        return new long[length][2];
    }
}
