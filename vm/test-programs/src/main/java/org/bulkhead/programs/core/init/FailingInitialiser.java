package org.bulkhead.programs.core.init;

import org.bulkhead.programs.Out;

/** A static initialiser that throws makes an error once, and the class unusable for good. */
public final class FailingInitialiser {
    private static int attempts;

    private static final class Broken {
        static int before = 1;
        static int value = compute();

        static int compute() {
            attempts++;
            return 1 / (before - 1);
        }

        static void call() {
            Out.println("not reached");
        }
    }

    private static class BrokenBase {
        static {
            attempts += 10;
            if (attempts > 0) {
                throw new IllegalStateException();
            }
        }
    }

    private static final class Heir extends BrokenBase {
        static {
            Out.println("not reached");
        }
    }

    private static final class BrokenByError {
        static {
            if (attempts > 0) {
                throw new StackOverflowError();
            }
        }
    }

    public static void main(String[] args) {
        for (int i = 0; i < 3; i++) {
            try {
                switch (i) {
                    case 0: Out.println(Broken.value); break;
                    case 1: Broken.call(); break;
                    default: new Broken(); break;
                }
            } catch (ExceptionInInitializerError e) {
                Out.print("first time ");
                Out.println(e.getCause() instanceof ArithmeticException);
            } catch (NoClassDefFoundError e) {
                Out.println("unusable");
            }
            try {
                new Heir();
            } catch (ExceptionInInitializerError e) {
                Out.print("base failed ");
                Out.println(e.getCause() instanceof IllegalStateException);
            } catch (NoClassDefFoundError e) {
                Out.println("heir unusable");
            }
            try {
                new BrokenByError();
            } catch (StackOverflowError e) {
                Out.println("errors are not wrapped");
            } catch (NoClassDefFoundError e) {
                Out.println("error class unusable");
            }
        }
        try {
            new BrokenBase();
        } catch (NoClassDefFoundError e) {
            Out.println("base unusable");
        }
        Out.println(attempts);
    }
}
