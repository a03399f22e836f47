package org.bulkhead.programs.core.calls;

import org.bulkhead.programs.Out;

/** Generic classes and methods with bounds and wildcards; erased, they must still find the right code. */
public final class GenericClasses {
    private interface Weighed {
        int weight();
    }

    private static final class Stone implements Weighed {
        private final int weight;

        Stone(int weight) {
            this.weight = weight;
        }

        @Override
        public int weight() {
            return weight;
        }
    }

    private static final class Stack<T> {
        private Object[] items = new Object[2];
        private int size;

        void push(T item) {
            if (size == items.length) {
                Object[] more = new Object[size * 2];
                for (int i = 0; i < size; i++) {
                    more[i] = items[i];
                }
                items = more;
            }
            items[size++] = item;
        }

        @SuppressWarnings("unchecked")
        T pop() {
            return (T) items[--size];
        }

        boolean isEmpty() {
            return size == 0;
        }
    }

    private static final class Pair<A, B extends Weighed> {
        final A first;
        final B second;

        Pair(A first, B second) {
            this.first = first;
            this.second = second;
        }

        <C extends Weighed> Pair<A, C> with(C other) {
            return new Pair<>(first, other);
        }

        int total() {
            return second.weight();
        }
    }

    public static void main(String[] args) {
        Stack<Stone> stones = new Stack<>();
        for (int i = 0; i < 20; i++) {
            stones.push(new Stone(i * i));
        }
        Out.println(heaviest(stones).weight());
        Stack<String> words = new Stack<>();
        words.push("one");
        words.push("two");
        Out.println(words.pop());
        Stack<Stack<String>> nested = new Stack<>();
        nested.push(words);
        Out.println(nested.pop().pop());
        Out.println(words.isEmpty());
        Pair<String, Stone> pair = new Pair<>("pair", new Stone(5));
        Out.println(pair.with(new Stone(8)).total() + pair.total());
        Out.println(pair.with(new Stone(1)).first.length());
    }

    private static <T extends Weighed> T heaviest(Stack<? extends T> from) {
        T best = null;
        while (!from.isEmpty()) {
            T next = from.pop();
            if (best == null || next.weight() > best.weight()) {
                best = next;
            }
        }
        return best;
    }
}
