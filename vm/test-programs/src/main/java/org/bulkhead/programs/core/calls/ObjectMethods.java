package org.bulkhead.programs.core.calls;

import org.bulkhead.programs.Out;

/** {@code equals} and {@code hashCode} defined by a class, called through {@code Object} and through an interface. */
public final class ObjectMethods {
    private interface Marked { }

    private static final class Key implements Marked {
        private final int x;
        private final int y;

        Key(int x, int y) {
            this.x = x;
            this.y = y;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key && ((Key) other).x == x && ((Key) other).y == y;
        }

        @Override
        public int hashCode() {
            return x * 31 + y;
        }

        @Override
        public String toString() {
            return "key";
        }
    }

    private static final class Table {
        private final Object[] keys = new Object[64];
        private final int[] values = new int[64];

        int slot(Object key) {
            int i = key.hashCode() & 63;
            while (keys[i] != null && !keys[i].equals(key)) {
                i = i + 1 & 63;
            }
            return i;
        }

        void put(Object key, int value) {
            int i = slot(key);
            keys[i] = key;
            values[i] = value;
        }

        int get(Object key) {
            int i = slot(key);
            return keys[i] == null ? -1 : values[i];
        }
    }

    public static void main(String[] args) {
        Table table = new Table();
        for (int i = 0; i < 40; i++) {
            table.put(new Key(i % 7, i / 7), i * i);
        }
        table.put("text", 77);
        Out.println(table.get(new Key(3, 2)));
        Out.println(table.get(new Key(9, 9)));
        Out.println(table.get("text"));
        Marked m = new Key(1, 1);
        Out.println(m.equals(new Key(1, 1)));
        Out.println(m.hashCode());
        Out.println(m.toString());
        Object o = new Object();
        Out.println(o.equals(o) && !o.equals(new Object()) && !o.equals(null));
        Out.println(o.hashCode() == o.hashCode());
        int[] array = {1};
        Out.println(array.equals(array) && !array.equals(new int[] {1}));
        Out.println(array.hashCode() == array.hashCode());
    }
}
