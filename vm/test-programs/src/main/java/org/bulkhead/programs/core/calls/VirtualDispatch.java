package org.bulkhead.programs.core.calls;

import org.bulkhead.programs.Out;

/** A method overridden at several depths is found by the object's class, not the variable's. */
public final class VirtualDispatch {
    private static class Animal {
        int legs() {
            return 4;
        }

        String name() {
            return "animal";
        }

        int score() {
            return legs() * 10 + name().length();
        }
    }

    private static class Bird extends Animal {
        @Override
        int legs() {
            return 2;
        }

        @Override
        String name() {
            return "bird";
        }
    }

    private static class Penguin extends Bird {
        @Override
        String name() {
            return "penguin";
        }

        int swims() {
            return 1;
        }
    }

    private static final class King extends Penguin {
        @Override
        int swims() {
            return super.swims() + 1;
        }

        @Override
        int score() {
            return super.score() + 1000 * swims();
        }
    }

    private static final class Snake extends Animal {
        @Override
        int legs() {
            return 0;
        }
    }

    public static void main(String[] args) {
        Animal[] zoo = {new Animal(), new Bird(), new Penguin(), new King(), new Snake()};
        int sum = 0;
        for (int i = 0; i < 1000; i++) {
            sum = sum * 3 + zoo[i * 7 % zoo.length].score();
        }
        Out.println(sum);
        for (Animal a : zoo) {
            Out.print(a.name());
            Out.print(' ');
            Out.println(a.score());
        }
        Penguin p = (Penguin) zoo[3];
        Out.println(p.swims());
    }
}
