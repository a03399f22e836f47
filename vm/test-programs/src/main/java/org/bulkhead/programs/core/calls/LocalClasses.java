package org.bulkhead.programs.core.calls;

import org.bulkhead.programs.Out;

/** Local classes that capture variables, extend one another, and recurse. */
public final class LocalClasses {
    private final int base;

    private LocalClasses(int base) {
        this.base = base;
    }

    public static void main(String[] args) {
        Out.println(new LocalClasses(100).compute(7));
        Out.println(new LocalClasses(-100).compute(3));
        Out.println(inStatic(5));
    }

    private int compute(int limit) {
        final long captured = limit * 10L;
        class Walker {
            int steps;

            long walk(int n) {
                steps++;
                return n == 0 ? captured + base : walk(n - 1) + n;
            }
        }
        class Runner extends Walker {
            @Override
            long walk(int n) {
                return super.walk(n / 2) * 2;
            }

            Walker another() {
                return new Walker();
            }
        }
        Walker walker = new Walker();
        Runner runner = new Runner();
        long sum = walker.walk(limit) * 1000 + runner.walk(limit) + runner.another().walk(1);
        return (int) sum + walker.steps + runner.steps;
    }

    private static int inStatic(int x) {
        class Pair {
            final int a;
            final int b;

            Pair(int a, int b) {
                this.a = a;
                this.b = b + x;
            }

            Pair swapped() {
                return new Pair(b, a);
            }
        }
        Pair p = new Pair(1, 2).swapped().swapped();
        return p.a * 100 + p.b;
    }
}
