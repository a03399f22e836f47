package org.bulkhead.programs.core.calls;

import org.bulkhead.programs.Out;

/** Private methods are never overridden, also between classes of one nest. */
public final class PrivateMethods {
    private static class A {
        private int secret() {
            return 1;
        }

        int viaA() {
            return secret();
        }

        int ofOther(A other) {
            return other.secret();
        }
    }

    private static class B extends A {
        private int secret() {
            return 2;
        }

        int viaB() {
            return secret();
        }

        int ofParent() {
            return super.secret();
        }
    }

    private static final class C extends B {
        public int secret() {
            return 3;
        }
    }

    private int hidden = 40;

    private int own(int x) {
        return x + hidden;
    }

    private static final class Peer {
        private int reach(PrivateMethods p) {
            p.hidden++;
            return p.own(1);
        }
    }

    public static void main(String[] args) {
        C c = new C();
        Out.println(c.viaA());
        Out.println(c.viaB());
        Out.println(c.ofParent());
        Out.println(c.secret());
        Out.println(((B) c).secret());
        Out.println(((A) c).secret());
        Out.println(new A().ofOther(c));
        PrivateMethods p = new PrivateMethods();
        Out.println(new Peer().reach(p) + p.hidden);
    }
}
