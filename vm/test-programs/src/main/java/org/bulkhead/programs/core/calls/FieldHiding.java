package org.bulkhead.programs.core.calls;

import org.bulkhead.programs.Out;

/** A field is chosen by the static type, a method by the dynamic one; interfaces contribute constants. */
public final class FieldHiding {
    private interface Limits {
        int LOW = 3;
        int HIGH = LOW * 100;
    }

    private static class A implements Limits {
        String name = "A";
        static String kind = "static A";

        String name() {
            return name;
        }

        static String kind() {
            return kind;
        }
    }

    private static class B extends A {
        String name = "B";
        static String kind = "static B";

        @Override
        String name() {
            return name;
        }

        static String kind() {
            return kind;
        }

        String upper() {
            return super.name;
        }
    }

    private static final class C extends B {
    }

    public static void main(String[] args) {
        C c = new C();
        B b = c;
        A a = c;
        Out.println(c.name);
        Out.println(b.name);
        Out.println(a.name);
        Out.println(a.name());
        Out.println(b.upper());
        Out.println(C.kind);
        Out.println(A.kind);
        Out.println(C.kind());
        a.name = "changed";
        Out.println(b.upper());
        Out.println(b.name);
        C.kind = "changed too";
        Out.println(B.kind);
        Out.println(Limits.HIGH + C.LOW);
    }
}
