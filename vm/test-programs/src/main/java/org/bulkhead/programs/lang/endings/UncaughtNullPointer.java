package org.bulkhead.programs.lang.endings;

import org.bulkhead.programs.ExitKind;
import org.bulkhead.programs.Exits;
import org.bulkhead.programs.Out;

/** A null dereference that nobody catches, below a handler for something else. */
@Exits(value = ExitKind.UNCAUGHT, status = 1)
public final class UncaughtNullPointer {
    public static void main(String[] args) {
        String[] words = {"one", "two", null, "four"};
        for (String w : words) {
            try {
                Out.println(w.length());
            } catch (ArithmeticException e) {
                Out.println("wrong handler");
            }
        }
    }
}
