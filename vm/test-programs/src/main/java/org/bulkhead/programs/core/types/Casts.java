package org.bulkhead.programs.core.types;

import org.bulkhead.programs.Out;

/** Casts that succeed, casts that fail, and null, which every cast lets through. */
public final class Casts {
    private interface I {
        int f();
    }

    private static class A {
        int a = 1;
    }

    private static final class B extends A implements I {
        @Override
        public int f() {
            return 2;
        }
    }

    private static class Bystander implements I {
        @Override
        public int f() {
            return 3;
        }
    }

    public static void main(String[] args) {
        Object[] all = {new A(), new B(), new Bystander(), "text", null, new Object(), new A[1], new B[1]};
        for (Object o : all) {
            int passed = 0;
            try {
                A a = (A) o;
                passed |= a == null ? 1 : a.a * 2;
            } catch (ClassCastException e) {
                passed |= 4;
            }
            try {
                I i = (I) o;
                passed |= i == null ? 8 : i.f() * 16;
            } catch (ClassCastException e) {
                passed |= 128;
            }
            try {
                B b = (B) (A) o;
                passed |= b == null ? 256 : 512;
            } catch (ClassCastException e) {
                passed |= 1024;
            }
            try {
                A[] as = (A[]) o;
                passed |= as == null ? 2048 : as.length * 4096;
            } catch (ClassCastException e) {
                passed |= 8192;
            }
            Out.println(passed);
        }
        try {
            String s = (String) all[0];
            Out.println(s);
        } catch (ClassCastException e) {
            Out.println("no string");
        }
        Out.println(((Object) "same") == "same");
    }
}
