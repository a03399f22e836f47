package org.bulkhead.programs.core.init;

import org.bulkhead.programs.Out;

/** Superclasses are initialised first; a static inherited from above initialises only the class that has it. */
public final class SuperclassFirst {
    private static class Top {
        static int inTop = report("top", 1);
        static final int DERIVED = inTop + 1;
    }

    private static class Middle extends Top {
        static int inMiddle = report("middle", 10 + DERIVED);

        static int method() {
            return inMiddle;
        }
    }

    private static class Bottom extends Middle {
        static int inBottom = report("bottom", inMiddle * 100);
    }

    private static class Side extends Top {
        static int inSide = report("side", 7);
    }

    public static void main(String[] args) {
        Out.println(Bottom.inTop);
        Out.println(Bottom.method());
        Out.println(Bottom.inBottom);
        new Side();
        Out.println(Side.inTop + Side.inSide);
    }

    private static int report(String name, int value) {
        Out.println(name);
        return value;
    }
}
