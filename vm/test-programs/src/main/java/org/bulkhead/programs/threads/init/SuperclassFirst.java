package org.bulkhead.programs.threads.init;

/** Two threads initialise subclasses of one class: its initialiser runs once, before theirs, and a thread that is initialising a class may use it. */
public final class SuperclassFirst {
    private static final StringBuffer ORDER = new StringBuffer();

    static class Base {
        static int uses;

        static {
            ORDER.append("base ");
            Thread.yield();
            uses = Helper.use();
        }
    }

    static final class Helper {
        static int use() {
            return Base.uses + 1;
        }
    }

    static final class Left extends Base {
        static final int VALUE = compute(1);
    }

    static final class Right extends Base {
        static final int VALUE = compute(2);
    }

    static int compute(int value) {
        Thread.yield();
        return value + Base.uses;
    }

    public static void main(String[] args) throws InterruptedException {
        int[] values = new int[2];
        Thread left = new Thread(() -> values[0] = Left.VALUE);
        Thread right = new Thread(() -> values[1] = Right.VALUE);
        left.start();
        right.start();
        left.join();
        right.join();
        System.out.println(ORDER + " " + values[0] + " " + values[1]);
    }
}
