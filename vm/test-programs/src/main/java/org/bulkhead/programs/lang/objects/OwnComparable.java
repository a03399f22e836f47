package org.bulkhead.programs.lang.objects;

import org.bulkhead.programs.Out;

/** Comparable classes in a generic search, sort and maximum. */
public final class OwnComparable {
    private static final class Version implements Comparable<Version> {
        private final int[] parts;

        Version(int... parts) {
            this.parts = parts;
        }

        @Override
        public int compareTo(Version other) {
            for (int i = 0; i < Math.max(parts.length, other.parts.length); i++) {
                int a = i < parts.length ? parts[i] : 0;
                int b = i < other.parts.length ? other.parts[i] : 0;
                if (a != b) {
                    return Integer.compare(a, b);
                }
            }
            return 0;
        }

        @Override
        public String toString() {
            StringBuilder b = new StringBuilder();
            for (int p : parts) {
                b.append(b.length() == 0 ? "" : ".").append(p);
            }
            return b.toString();
        }
    }

    public static void main(String[] args) {
        Version[] versions = {new Version(1, 10), new Version(1, 2, 3), new Version(2), new Version(1, 2), new Version(0, 99, 1), new Version(1, 2, 0)};
        sort(versions);
        for (Version v : versions) {
            Out.print(v + " ");
        }
        Out.println();
        Out.println(greatest(versions).toString());
        Out.println(greatest("pear", "apple", "quince", "fig"));
        Out.println(greatest(3, -5, 2));
        Out.println(new Version(1, 2).compareTo(new Version(1, 2, 0, 0)));
        Character[] letters = {'q', 'a', 'm', 'Z'};
        sort(letters);
        Out.println("" + letters[0] + letters[1] + letters[2] + letters[3]);
        Out.println(Boolean.TRUE.compareTo(false) + " " + Double.valueOf(1).compareTo(2.0));
    }

    private static <T extends Comparable<? super T>> void sort(T[] items) {
        for (int i = 1; i < items.length; i++) {
            T x = items[i];
            int j = i;
            while (j > 0 && items[j - 1].compareTo(x) > 0) {
                items[j] = items[j - 1];
                j--;
            }
            items[j] = x;
        }
    }

    @SafeVarargs
    private static <T extends Comparable<? super T>> T greatest(T... items) {
        T best = items[0];
        for (T t : items) {
            if (t.compareTo(best) > 0) {
                best = t;
            }
        }
        return best;
    }
}
