package org.bulkhead.programs.core.calls;

import org.bulkhead.programs.Out;

/** Generic and covariant overriding, where the compiler adds methods that only call on. */
public final class BridgeMethods {
    private static class Box<T> {
        T held;

        void put(T value) {
            held = value;
        }

        T get() {
            return held;
        }
    }

    private static final class TextBox extends Box<String> {
        int puts;

        @Override
        void put(String value) {
            puts++;
            super.put(value);
        }

        @Override
        String get() {
            return held == null ? "empty" : held;
        }
    }

    private interface Transformer<A, B> {
        B apply(A a);
    }

    private static final class Length implements Transformer<String, int[]> {
        @Override
        public int[] apply(String s) {
            return new int[] {s.length()};
        }
    }

    private static class Parent {
        Object copy() {
            return "parent";
        }
    }

    private static class Child extends Parent {
        @Override
        String copy() {
            return "child";
        }
    }

    public static void main(String[] args) {
        TextBox text = new TextBox();
        Box<String> box = text;
        Out.println(box.get());
        box.put("abc");
        Out.println(box.get());
        Out.println(text.puts);
        Transformer<String, int[]> t = new Length();
        Out.println(t.apply("seven!!")[0]);
        Parent p = new Child();
        Out.println(p.copy() instanceof String);
        Out.println(new Child().copy());
        polluted(text);
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static void polluted(Box box) {
        try {
            box.put(new int[1]);
        } catch (ClassCastException e) {
            Out.println("the bridge checks the argument");
        }
        Box<Object> plain = new Box<>();
        plain.put(new int[5]);
        Box<String> wrong = (Box) plain;
        try {
            String s = wrong.get();
            Out.println(s);
        } catch (ClassCastException e) {
            Out.println("the caller checks the result");
        }
    }
}
