package org.bulkhead.programs.core.calls;

import org.bulkhead.programs.Out;

/** Calls to the superclass's version of a method, over several levels and past one that does not override. */
public final class SuperCalls {
    private static class A {
        int value = 1;

        int f(int x) {
            return x + value;
        }

        String who() {
            return "A";
        }
    }

    private static class B extends A {
        int value = 10;

        @Override
        int f(int x) {
            return super.f(x) * 2 + super.value + value;
        }
    }

    private static class C extends B {
        String trace() {
            return super.who();
        }
    }

    private static final class D extends C {
        int value = 100;

        @Override
        int f(int x) {
            return super.f(x) + ((A) this).value * 7 + ((B) this).value + value;
        }

        @Override
        String who() {
            return "D";
        }

        boolean sameObject() {
            return super.equals(this) && super.hashCode() == this.hashCode();
        }
    }

    public static void main(String[] args) {
        Out.println(new A().f(5));
        Out.println(new B().f(5));
        Out.println(new C().f(5));
        D d = new D();
        Out.println(d.f(5));
        Out.println(d.trace());
        Out.println(((A) d).who());
        Out.println(d.sameObject());
        Out.println(((A) d).value + ((B) d).value + d.value);
    }
}
