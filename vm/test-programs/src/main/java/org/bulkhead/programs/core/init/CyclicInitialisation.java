package org.bulkhead.programs.core.init;

import org.bulkhead.programs.Out;

/** Classes that need one another while they are initialised see each other half done. */
public final class CyclicInitialisation {
    private static final class A {
        static final int X = plus(B.Y, 1);
        static final int LATE = plus(B.Y, 100);
    }

    private static final class B {
        static final int Y = plus(A.X, 10);
    }

    private static class Parent {
        static final Child CHILD = new Child();
        static final int NUMBER = plus(5, 5);
    }

    private static final class Child extends Parent {
        final int seen;
        static int created;

        Child() {
            seen = NUMBER;
            created++;
        }
    }

    private static final class Singleton {
        private static final Singleton ONLY = new Singleton();
        private static int counter = 100;
        private final int snapshot;

        private Singleton() {
            counter++;
            snapshot = counter;
        }
    }

    public static void main(String[] args) {
        Out.println(A.X);
        Out.println(B.Y);
        Out.println(A.LATE);
        Out.println(new Child().seen);
        Out.println(Parent.CHILD.seen);
        Out.println(Child.created);
        Out.println(Singleton.ONLY.snapshot);
        Out.println(Singleton.counter);
    }

    private static int plus(int a, int b) {
        return a + b;
    }
}
