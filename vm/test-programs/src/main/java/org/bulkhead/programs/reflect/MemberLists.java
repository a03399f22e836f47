package org.bulkhead.programs.reflect;

import java.io.IOException;
import java.io.Serializable;
import java.util.List;
import java.util.Map;

/** The members of classes, declared and inherited, as reflection lists them. */
public final class MemberLists {
    private MemberLists() {}

    interface Named {
        int LIMIT = 10;

        String name();

        default String title() {
            return "title of " + name();
        }

        static String of(Named named) {
            return named.name();
        }
    }

    abstract static class Base implements Named, Serializable {
        private static final long serialVersionUID = 1;
        protected transient int count;
        volatile long ticks;
        public static String shared = "shared";

        protected Base(int count) {
            this.count = count;
        }

        abstract void run() throws IOException, InterruptedException;

        public synchronized int count() {
            return count;
        }

        private void hidden() {}
    }

    public static class Derived<T extends Comparable<T>> extends Base {
        public T value;
        public List<? super T>[] lists;
        private final Map<String, int[][]> table = Map.of();

        public Derived() {
            super(0);
        }

        public Derived(T value, long... more) throws IOException {
            super(more.length);
            this.value = value;
        }

        @Override
        void run() {}

        @Override
        public String name() {
            return "derived";
        }

        public final strictfp double ratio(float a, double b) {
            return a / b;
        }

        public <X extends Exception> T get(List<? extends X> from, T other) throws X {
            return other;
        }
    }

    public static void main(String[] args) throws Exception {
        for (Class<?> type : new Class<?>[] {Named.class, Base.class, Derived.class}) {
            System.out.println(type + " " + Integer.toHexString(type.getModifiers()) + " " + type.toGenericString());
            Listing.print("declared fields", type.getDeclaredFields());
            Listing.print("fields", type.getFields());
            Listing.print("declared methods", type.getDeclaredMethods());
            Listing.print("methods", type.getMethods());
            Listing.print("declared constructors", type.getDeclaredConstructors());
            Listing.print("constructors", type.getConstructors());
            System.out.println(Listing.sorted(type.getInterfaces()) + " " + type.getSuperclass());
        }
        System.out.println(Derived.class.getMethod("get", List.class, Comparable.class).toGenericString());
        System.out.println(Derived.class.getConstructor(Comparable.class, long[].class).toGenericString());
        System.out.println(Derived.class.getConstructor(Comparable.class, long[].class).isVarArgs());
        System.out.println(Derived.class.getField("lists").toGenericString());
        System.out.println(Derived.class.getMethod("title").getDeclaringClass() + " " + Derived.class.getMethod("title").isDefault());
        failing(() -> Derived.class.getMethod("hidden"));
        failing(() -> Derived.class.getDeclaredMethod("title"));
        failing(() -> Derived.class.getField("count"));
        failing(() -> Derived.class.getDeclaredField("nothing"));
        failing(() -> Derived.class.getConstructor(String.class, int.class));
        System.out.println(Derived.class.getMethod("count").equals(Base.class.getMethod("count")) + " " + Derived.class.getMethod("name").hashCode());
    }

    /** Something that looks for a member. */
    interface Search {
        Object find() throws Exception;
    }

    private static void failing(Search search) {
        try {
            System.out.println("found " + search.find());
        } catch (Exception e) {
            System.out.println(e);
        }
    }
}
