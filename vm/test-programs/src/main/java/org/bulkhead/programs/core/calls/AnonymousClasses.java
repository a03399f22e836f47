package org.bulkhead.programs.core.calls;

import org.bulkhead.programs.Out;

/** Anonymous classes with captured variables, constructor arguments, initialisers, and in static context. */
public final class AnonymousClasses {
    private abstract static class Task {
        final int weight;

        Task(int weight) {
            this.weight = weight;
        }

        abstract long run(long input);
    }

    private interface Supply {
        int get();
    }

    private static final Task STATIC = new Task(9) {
        @Override
        long run(long input) {
            return input * weight;
        }
    };

    private int field = 6;

    public static void main(String[] args) {
        Out.println(STATIC.run(5));
        AnonymousClasses o = new AnonymousClasses();
        Task[] tasks = new Task[4];
        for (int i = 0; i < tasks.length; i++) {
            tasks[i] = o.make(i, i * 1.5, (char) ('a' + i), "text");
        }
        o.field = 1000;
        for (Task t : tasks) {
            Out.println(t.run(t.weight));
        }
        Supply counter = new Supply() {
            private int n;

            {
                n = 41;
            }

            @Override
            public int get() {
                return ++n;
            }
        };
        counter.get();
        Out.println(counter.get());
        Out.println(new Object() {
            int twice(int x) {
                return x * 2;
            }
        }.twice(21));
    }

    private Task make(int index, double factor, char c, String text) {
        long big = 1L << 40 + index;
        return new Task(index + 1) {
            @Override
            long run(long input) {
                Supply inner = new Supply() {
                    @Override
                    public int get() {
                        return weight + field + text.length();
                    }
                };
                return input + big + (long) factor + c + inner.get();
            }
        };
    }
}
