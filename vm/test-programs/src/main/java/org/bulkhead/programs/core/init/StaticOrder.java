package org.bulkhead.programs.core.init;

import org.bulkhead.programs.Out;

/** Static initialisers run from top to bottom; what stands below still has its default value. */
public final class StaticOrder {
    private static int tick;
    private static final int FIRST = next("first");
    private static int early = late();
    private static int late = next("late") * 10;

    static {
        Out.print("block sees ");
        Out.println(early + late);
        forward = 5;
    }

    private static int forward = next("forward") + StaticOrder.forward;
    private static final long CONSTANT = 1L << 35;
    private static final String TEXT = "con" + "stant";
    private static final Object OBJECT = new Object();

    public static void main(String[] args) {
        Out.println(FIRST);
        Out.println(early);
        Out.println(late);
        Out.println(forward);
        Out.println(CONSTANT);
        Out.println(TEXT);
        Out.println(OBJECT != null);
        Out.println(tick);
    }

    private static int next(String name) {
        tick++;
        Out.println(name);
        return tick;
    }

    private static int late() {
        return late + CONSTANT > 0 && OBJECT == null ? -1 : -2;
    }
}
