package org.bulkhead.programs.core.calls;

import org.bulkhead.programs.Out;

/** Default methods: inherited, overridden, chosen among several, and called by name. */
public final class DefaultMethods {
    private interface Greeter {
        String name();

        default String greet() {
            return "hello";
        }

        default int length() {
            return greet().length() + name().length();
        }
    }

    private interface Loud extends Greeter {
        @Override
        default String greet() {
            return "HELLO!!";
        }
    }

    private interface Shy extends Greeter {
        @Override
        default String greet() {
            return "hm";
        }
    }

    private static class Plain implements Greeter {
        @Override
        public String name() {
            return "plain";
        }
    }

    private static final class Shouter extends Plain implements Loud {
    }

    private static final class Mixed implements Loud, Shy {
        @Override
        public String name() {
            return "mixed";
        }

        @Override
        public String greet() {
            return Loud.super.greet().length() > 5 ? Shy.super.greet() : "never";
        }
    }

    private static class Own implements Loud {
        @Override
        public String name() {
            return "own";
        }

        @Override
        public String greet() {
            return "my own";
        }
    }

    private static final class Again extends Own implements Loud {
    }

    public static void main(String[] args) {
        Greeter[] all = {new Plain(), new Shouter(), new Mixed(), new Own(), new Again()};
        for (Greeter g : all) {
            Out.print(g.greet());
            Out.print(' ');
            Out.println(g.length());
        }
        Shouter s = new Shouter();
        Out.println(s.greet());
        Plain p = s;
        Out.println(p.greet());
    }
}
