package org.bulkhead.programs.core.init;

import org.bulkhead.programs.Out;

/** A class is initialised at its first real use: a call, a field that is no constant, or an object. */
public final class Laziness {
    private static final class ByCall {
        static {
            Out.println("by call");
        }

        static void touch() {
            Out.println("touched");
        }
    }

    private static final class ByRead {
        static int value = 5;

        static {
            Out.println("by read");
        }
    }

    private static final class ByWrite {
        static int value;

        static {
            Out.println("by write");
            value = 1;
        }
    }

    private static class ByNew {
        static {
            Out.println("by new");
        }
    }

    private static final class Never {
        static final int CONSTANT = 42;
        static final String TEXT = "text";

        static {
            Out.println("never");
        }
    }

    private static final class ByBoxedConstant {
        static final Object NOT_CONSTANT = "object";

        static {
            Out.println("by object constant");
        }
    }

    public static void main(String[] args) {
        Out.println("start");
        Out.println(Never.CONSTANT);
        Out.println(Never.TEXT);
        Never[] array = new Never[2];
        Never nothing = null;
        Out.println(array.length);
        Out.println(nothing == array[0]);
        Object o = "o";
        Out.println(o instanceof Never);
        ByCall.touch();
        ByCall.touch();
        Out.println(ByRead.value++);
        Out.println(ByRead.value);
        ByWrite.value += 10;
        Out.println(ByWrite.value);
        for (int i = 0; i < 3; i++) {
            if (i == 1) {
                Out.println(new ByNew() != null);
            }
        }
        Out.println(ByBoxedConstant.NOT_CONSTANT == "object");
        Out.println("end");
    }
}
