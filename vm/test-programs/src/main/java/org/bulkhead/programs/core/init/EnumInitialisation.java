package org.bulkhead.programs.core.init;

import org.bulkhead.programs.Out;

/** An enum's constants exist before its other statics; each body and switch map is initialised in turn. */
public final class EnumInitialisation {
    private enum Level {
        LOW(1), MIDDLE(2) {
            @Override
            int weight() {
                return super.weight() * 10;
            }
        }, HIGH(3);

        private static final Level[] BY_NUMBER = new Level[4];
        private static int lookups;

        static {
            Out.println("static block");
            for (Level l : values()) {
                BY_NUMBER[l.number] = l;
            }
        }

        private final int number;

        Level(int number) {
            this.number = number;
            Out.print("constant ");
            Out.println(number);
        }

        int weight() {
            return number;
        }

        static Level of(int number) {
            lookups++;
            return BY_NUMBER[number];
        }
    }

    public static void main(String[] args) {
        Out.println("start");
        Level none = null;
        Out.println(none == null);
        for (int i = 3; i > 0; i--) {
            Level l = Level.of(i);
            Out.print(l.name());
            Out.print(' ');
            switch (l) {
                case LOW: Out.println("lowest"); break;
                case HIGH: Out.println("highest"); break;
                default: Out.println(l.weight());
            }
        }
        Out.println(Level.lookups);
    }
}
