package org.bulkhead.programs.core.init;

import org.bulkhead.programs.Out;

/** An interface is initialised with a class only if it has default methods; otherwise when a field is read. */
public final class InterfaceInitialisation {
    private interface Quiet {
        int VALUE = report("quiet", 1);

        int f();
    }

    private interface Defaulting {
        int VALUE = report("defaulting", 2);

        default int g() {
            return VALUE;
        }
    }

    private interface Sub extends Defaulting {
        int OWN = report("sub", 3);
    }

    private static class A implements Quiet, Sub {
        static {
            Out.println("class A");
        }

        @Override
        public int f() {
            return 4;
        }
    }

    private static final class B extends A {
        static {
            Out.println("class B");
        }
    }

    private interface Constants {
        int PLAIN = 10;
        int COMPUTED = report("constants", 20);
    }

    public static void main(String[] args) {
        Out.println("start");
        A a = new B();
        Out.println(a.f());
        Out.println(a.g());
        Out.println(Constants.PLAIN);
        Out.println(Sub.OWN);
        Out.println(Quiet.VALUE);
        Out.println(Constants.COMPUTED);
    }

    private static int report(String name, int value) {
        Out.println(name);
        return value;
    }
}
