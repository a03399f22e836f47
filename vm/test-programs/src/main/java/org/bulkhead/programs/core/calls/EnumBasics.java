package org.bulkhead.programs.core.calls;

import org.bulkhead.programs.Out;

/** Enums: ordinals, names, fields, static members, and identity. */
public final class EnumBasics {
    private enum Planet {
        MERCURY(3303, 2439), VENUS(48690, 6051), EARTH(59760, 6378), MARS(6421, 3397);

        private final int mass;
        private final int radius;
        private static int created = 7;

        Planet(int mass, int radius) {
            this.mass = mass;
            this.radius = radius;
        }

        int gravity() {
            return (int) (mass * 100000L / radius / radius);
        }

        static Planet heaviest() {
            Planet best = null;
            for (Planet p : values()) {
                if (best == null || p.mass > best.mass) {
                    best = p;
                }
            }
            return best;
        }
    }

    public static void main(String[] args) {
        for (Planet p : Planet.values()) {
            Out.print(p.ordinal());
            Out.print(' ');
            Out.print(p.name());
            Out.print(' ');
            Out.println(p.gravity());
        }
        Out.println(Planet.heaviest().name());
        Out.println(Planet.heaviest() == Planet.EARTH);
        Out.println(Planet.created);
        Planet[] copy = Planet.values();
        copy[0] = null;
        Out.println(Planet.values()[0].name());
        Out.println(Planet.EARTH.compareTo(Planet.MERCURY));
        Out.println(Planet.VENUS.equals(Planet.MARS));
    }
}
