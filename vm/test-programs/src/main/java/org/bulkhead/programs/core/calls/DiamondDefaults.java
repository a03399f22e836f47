package org.bulkhead.programs.core.calls;

import org.bulkhead.programs.Out;

/** Default methods that meet again below a diamond of interfaces: the most specific one wins. */
public final class DiamondDefaults {
    private interface Top {
        default int f() {
            return 1;
        }

        default int g() {
            return f() * 10;
        }
    }

    private interface Left extends Top {
        @Override
        default int f() {
            return 2;
        }
    }

    private interface Right extends Top {
    }

    private interface Bottom extends Right, Left {
        @Override
        default int g() {
            return Left.super.g() + 1;
        }
    }

    private static class One implements Right, Left {
    }

    private static class Two extends One implements Bottom {
    }

    private static final class Three extends Two implements Top {
        @Override
        public int f() {
            return 3;
        }
    }

    private abstract static class Abstract implements Top {
        @Override
        public abstract int f();
    }

    private static final class Concrete extends Abstract implements Left {
        @Override
        public int f() {
            return 4 + Left.super.f();
        }
    }

    public static void main(String[] args) {
        Top[] all = {new Top() { }, new One(), new Two(), new Three(), new Concrete()};
        for (Top t : all) {
            Out.print(t.f());
            Out.print(' ');
            Out.println(t.g());
        }
    }
}
