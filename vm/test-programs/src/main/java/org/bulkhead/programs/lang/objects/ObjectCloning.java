package org.bulkhead.programs.lang.objects;

import org.bulkhead.programs.Out;

/** {@code Object.clone} copies every field, and only for classes that allow it. */
public final class ObjectCloning {
    private static class Sheep implements Cloneable {
        int weight = 50;
        long number = 1L << 35;
        double age = 2.5;
        String name = "Dolly";
        int[] lambs = {1, 2};
        boolean shorn;
        byte ear = -3;

        @Override
        public Sheep clone() {
            try {
                return (Sheep) super.clone();
            } catch (CloneNotSupportedException e) {
                throw new AssertionError(e);
            }
        }
    }

    private static final class Ram extends Sheep {
        char horns = 'h';

        @Override
        public Ram clone() {
            Ram copy = (Ram) super.clone();
            copy.lambs = lambs.clone();
            return copy;
        }
    }

    private static final class Wolf {
        Object copy() throws CloneNotSupportedException {
            return clone();
        }
    }

    public static void main(String[] args) {
        Sheep a = new Sheep();
        a.shorn = true;
        Sheep b = a.clone();
        b.weight = 60;
        b.lambs[0] = 9;
        Out.println(a.weight + b.weight + a.lambs[0]);
        Out.println(b.number + b.age + b.name + b.shorn + b.ear);
        Ram r = new Ram();
        r.horns = 'H';
        Ram s = r.clone();
        s.lambs[1] = 77;
        Out.println(r.lambs[1] + s.lambs[1] + "" + s.horns);
        Out.println(((Sheep) r).clone() instanceof Ram);
        Out.println(a.hashCode() == a.hashCode() && a != b);
        try {
            new Wolf().copy();
        } catch (CloneNotSupportedException e) {
            Out.println(e.getMessage());
        }
    }
}
