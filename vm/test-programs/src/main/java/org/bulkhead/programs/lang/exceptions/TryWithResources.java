package org.bulkhead.programs.lang.exceptions;

import org.bulkhead.programs.Out;

/** Resources are closed in reverse order on every way out, also null ones and existing variables. */
public final class TryWithResources {
    private record Resource(String name) implements AutoCloseable {
        Resource {
            Out.println("open " + name);
        }

        @Override
        public void close() {
            Out.println("close " + name);
        }
    }

    public static void main(String[] args) {
        try (Resource a = new Resource("a"); Resource b = new Resource("b")) {
            Out.println("body " + a.name() + b.name());
        } finally {
            Out.println("finally");
        }
        Out.println(returning());
        for (int i = 0; i < 3; i++) {
            try (Resource r = i == 1 ? null : new Resource("loop" + i)) {
                if (i == 0) {
                    continue;
                }
                Out.println(r == null);
            }
        }
        Resource existing = new Resource("existing");
        try (existing; Resource second = new Resource(existing.name() + " too")) {
            Out.println(second.name().length());
        }
        try (Resource r = new Resource("failing")) {
            Out.println(r.name().charAt(99));
        } catch (StringIndexOutOfBoundsException e) {
            Out.println("caught after closing");
        }
    }

    private static String returning() {
        try (Resource outer = new Resource("outer")) {
            try (Resource inner = new Resource("inner")) {
                return outer.name() + inner.name();
            }
        }
    }
}
