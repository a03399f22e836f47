package org.bulkhead.programs.core.types;

import org.bulkhead.programs.Out;

/** {@code instanceof} for every pair of a small hierarchy of classes and interfaces. */
public final class TypeTests {
    private interface I { }

    private interface J extends I { }

    private interface K { }

    private static class A { }

    private static class B extends A implements J { }

    private static class C extends B implements K { }

    private static final class D extends A implements I, K { }

    public static void main(String[] args) {
        Object[] all = {null, new Object(), new A(), new B(), new C(), new D(), "text", new A[0], new I() { }, new K() { }};
        for (Object o : all) {
            Out.print(o instanceof Object);
            Out.print(o instanceof I ? " I" : " -");
            Out.print(o instanceof J ? " J" : " -");
            Out.print(o instanceof K ? " K" : " -");
            Out.print(o instanceof A ? " A" : " -");
            Out.print(o instanceof B ? " B" : " -");
            Out.print(o instanceof C ? " C" : " -");
            Out.print(o instanceof D ? " D" : " -");
            Out.print(o instanceof String ? " String" : " -");
            Out.println(o instanceof Cloneable ? " Cloneable" : " -");
        }
        int count = 0;
        for (int i = 0; i < 100_000; i++) {
            Object o = all[i % all.length];
            if (o instanceof I && !(o instanceof K)) {
                count++;
            }
        }
        Out.println(count);
    }
}
