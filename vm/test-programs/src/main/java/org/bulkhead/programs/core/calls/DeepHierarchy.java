package org.bulkhead.programs.core.calls;

import org.bulkhead.programs.Out;

/** A chain of twelve classes, each overriding some methods: dispatch, casts and type tests at every depth. */
public final class DeepHierarchy {
    private static class C0 { int f() { return 0; } int g() { return f() + 100; } }

    private static class C1 extends C0 { @Override int f() { return 1; } }

    private static class C2 extends C1 { }

    private static class C3 extends C2 { @Override int g() { return super.g() + 1000; } }

    private static class C4 extends C3 { @Override int f() { return super.f() + 4; } }

    private static class C5 extends C4 { int h() { return 5; } }

    private static class C6 extends C5 { }

    private static class C7 extends C6 { @Override int h() { return super.h() * 7; } }

    private static class C8 extends C7 { @Override int f() { return h(); } }

    private static class C9 extends C8 { }

    private static class C10 extends C9 { @Override int g() { return f() - super.g(); } }

    private static class C11 extends C10 { @Override int h() { return 11; } }

    public static void main(String[] args) {
        C0[] all = {new C0(), new C1(), new C2(), new C3(), new C4(), new C5(), new C6(), new C7(), new C8(), new C9(), new C10(), new C11()};
        for (C0 c : all) {
            Out.print(c.f());
            Out.print(' ');
            Out.print(c.g());
            Out.print(' ');
            Out.print(depth(c));
            Out.print(' ');
            try {
                Out.println(((C7) c).h());
            } catch (ClassCastException e) {
                Out.println("above C7");
            }
        }
    }

    private static int depth(Object o) {
        return o instanceof C11 ? 11 : o instanceof C10 ? 10 : o instanceof C9 ? 9 : o instanceof C8 ? 8
            : o instanceof C7 ? 7 : o instanceof C6 ? 6 : o instanceof C5 ? 5 : o instanceof C4 ? 4
            : o instanceof C3 ? 3 : o instanceof C2 ? 2 : o instanceof C1 ? 1 : o instanceof C0 ? 0 : -1;
    }
}
