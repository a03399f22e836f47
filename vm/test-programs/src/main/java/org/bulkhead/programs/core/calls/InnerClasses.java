package org.bulkhead.programs.core.calls;

import org.bulkhead.programs.Out;

/** Inner classes reach the fields and methods of every object around them. */
public final class InnerClasses {
    private int count = 1;
    private final int[] log = new int[4];

    private class Counter {
        private int count = 10;

        class Step {
            private int count = 100;

            int advance() {
                InnerClasses.this.count++;
                Counter.this.count += 2;
                count += 3;
                log[0] += count;
                return InnerClasses.this.count * 10000 + Counter.this.count * 1000 + count;
            }
        }

        Step step() {
            return new Step();
        }
    }

    private class Louder extends Counter {
        int both() {
            return super.count + InnerClasses.this.count;
        }
    }

    private class Base {
        int f() {
            return count;
        }
    }

    private static final class Outside extends InnerClasses.Base {
        Outside(InnerClasses owner) {
            owner.super();
        }
    }

    public static void main(String[] args) {
        InnerClasses a = new InnerClasses();
        InnerClasses b = new InnerClasses();
        Counter first = a.new Counter();
        Counter second = b.new Louder();
        Counter.Step step = first.step();
        Counter.Step other = second.new Step();
        for (int i = 0; i < 3; i++) {
            Out.print(step.advance());
            Out.print(' ');
            Out.println(other.advance());
        }
        step.advance();
        Out.println(a.count * 100 + b.count);
        Out.println(a.log[0] - b.log[0]);
        Out.println(((Louder) second).both());
        Out.println(new Outside(a).f());
    }
}
