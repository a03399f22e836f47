package org.bulkhead.programs.lang.exceptions;

import org.bulkhead.programs.Out;

/** The messages of the exceptions that the VM raises. */
public final class VmMessages {
    private interface Action {
        Object run();
    }

    private static final class Own {
    }

    public static void main(String[] args) {
        int zero = args.length;
        int[] ints = new int[3];
        Object text = "text";
        Object own = new Own();
        Object array = new long[2][];
        Object[] strings = new String[2];
        attempt(() -> 1 / zero);
        attempt(() -> 1L % zero);
        attempt(() -> ints[3]);
        attempt(() -> ints[-1]);
        attempt(() -> ints[ints.length + Integer.MAX_VALUE - 3]);
        attempt(() -> new boolean[0][0].length + (new byte[1][zero][zero].length));
        attempt(() -> new char[0][zero + 0]);
        attempt(() -> strings[2]);
        attempt(() -> strings[0] = own);
        attempt(() -> strings[1] = new Object[0]);
        attempt(() -> strings[1] = 5);
        attempt(() -> new int[zero - 5]);
        attempt(() -> new String[2][zero - 1]);
        attempt(() -> {
            int[] none = null;
            return none[0];
        });
        castMessages(text, own, array);
    }

    private static void castMessages(Object... all) {
        for (Object o : all) {
            attempt(() -> (Integer) o);
            attempt(() -> (Comparable<?>) o);
            attempt(() -> (int[]) o);
            attempt(() -> (Own[]) o);
        }
    }

    private static void attempt(Action action) {
        try {
            Out.println("" + (action.run() != null));
        } catch (NullPointerException e) {
            Out.println(e.getClass().getName());
        } catch (ClassCastException e) {
            // What follows in brackets is about modules and class loaders.
            Out.println(e.getMessage().substring(0, e.getMessage().indexOf(" (")));
        } catch (RuntimeException e) {
            Out.println(e.getClass().getName() + ": " + e.getMessage());
        }
    }
}
