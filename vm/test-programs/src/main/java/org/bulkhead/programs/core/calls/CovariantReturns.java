package org.bulkhead.programs.core.calls;

import org.bulkhead.programs.Out;

/** Overriding methods that return more specific types, in classes and interfaces. */
public final class CovariantReturns {
    private interface Node {
        Node next();
    }

    private static class Link implements Node {
        final int value;
        Link next;

        Link(int value, Link next) {
            this.value = value;
            this.next = next;
        }

        @Override
        public Link next() {
            return next;
        }

        Link self() {
            return this;
        }
    }

    private static final class Special extends Link {
        Special(int value, Link next) {
            super(value * 100, next);
        }

        @Override
        Special self() {
            return this;
        }

        int extra() {
            return value + 1;
        }
    }

    public static void main(String[] args) {
        Link list = null;
        for (int i = 0; i < 10; i++) {
            list = i % 3 == 0 ? new Special(i, list) : new Link(i, list);
        }
        int sum = 0;
        for (Link l = list; l != null; l = l.next()) {
            sum = sum * 2 + l.value;
        }
        Out.println(sum);
        int length = 0;
        for (Node n = list; n != null; n = n.next()) {
            length++;
        }
        Out.println(length);
        Out.println(new Special(5, null).self().extra());
        Link l = new Special(6, null);
        Out.println(l.self().value);
    }
}
