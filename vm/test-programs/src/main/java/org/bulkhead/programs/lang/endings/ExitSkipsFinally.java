package org.bulkhead.programs.lang.endings;

import org.bulkhead.programs.ExitKind;
import org.bulkhead.programs.Exits;
import org.bulkhead.programs.Out;

/** {@code System.exit} runs neither {@code finally} nor handlers nor the code after it. */
@Exits(value = ExitKind.EXPLICIT, status = 7)
public final class ExitSkipsFinally {
    public static void main(String[] args) {
        try {
            try {
                Out.println("in try");
                throw new IllegalStateException();
            } catch (IllegalStateException e) {
                Out.println("in catch");
                System.exit(7);
            } finally {
                Out.println("finally must not run");
            }
        } catch (Throwable t) {
            Out.println("nor this");
        }
    }
}
