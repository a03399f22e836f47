package org.bulkhead.programs.core.exceptions;

import org.bulkhead.programs.Out;

/** Handlers inside handlers inside {@code finally}: the innermost that fits gets the exception. */
public final class NestedTry {
    private static class Outer extends Exception { }

    private static class Inner extends Outer { }

    private static final class Other extends Exception { }

    public static void main(String[] args) {
        for (int kind = 0; kind < 6; kind++) {
            try {
                Out.print(run(kind));
            } catch (Other e) {
                Out.print(" other at top");
            } catch (Exception e) {
                Out.print(" any at top");
            } finally {
                Out.println(" end");
            }
        }
    }

    private static String run(int kind) throws Exception {
        try {
            try {
                toss(kind);
                Out.print("quiet ");
            } catch (Inner e) {
                Out.print("inner ");
                try {
                    toss(kind + 1);
                } catch (Outer o) {
                    Out.print("outer in handler ");
                    throw o;
                } finally {
                    Out.print("finally in handler ");
                }
            } finally {
                Out.print("first finally ");
                try {
                    toss(kind == 4 ? 1 : 0);
                } catch (Inner e) {
                    Out.print("inner in finally ");
                }
            }
        } catch (Outer e) {
            Out.print("outer ");
            return "from handler";
        }
        return "from end";
    }

    private static void toss(int kind) throws Exception {
        switch (kind) {
            case 1: throw new Inner();
            case 2: throw new Outer();
            case 3: throw new Other();
            case 5: throw new RuntimeException();
            default: return;
        }
    }
}
