package org.bulkhead.programs.reflect;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;

/** Records as reflection shows them. */
public final class Records {
    private Records() {}

    @Retention(RetentionPolicy.RUNTIME)
    @interface Key {
        String value() default "";
    }

    record Point(int x, @Key("up") long y) {}

    record Pair<A, B extends Comparable<B>>(A first, List<? extends B> second) {
        Pair {
            if (first == null) {
                throw new IllegalArgumentException("first");
            }
        }

        static int made;
    }

    record Empty() {}

    public static void main(String[] args) throws Exception {
        for (Class<?> type : new Class<?>[] {Point.class, Pair.class, Empty.class}) {
            System.out.println(type + " " + type.isRecord() + " " + type.getRecordComponents().length);
            Class<?>[] types = Arrays.stream(type.getRecordComponents()).map(RecordComponent::getType).toArray(Class<?>[]::new);
            Constructor<?> canonical = type.getDeclaredConstructor(types);
            System.out.println(canonical + " " + Arrays.toString(canonical.getParameters()));
            for (RecordComponent each : type.getRecordComponents()) {
                System.out.println("  " + each + " " + each.getName() + " " + each.getGenericType() + " " + Arrays.toString(each.getAnnotations()) + " " + each.getAccessor() + " " + each.getDeclaringRecord());
            }
            Listing.print("methods", type.getDeclaredMethods());
        }
        Point point = Point.class.getDeclaredConstructor(int.class, long.class).newInstance(3, 4L);
        for (RecordComponent each : Point.class.getRecordComponents()) {
            System.out.println(each.getAccessor().invoke(point));
        }
        System.out.println(point);
        try {
            Pair.class.getDeclaredConstructor(Object.class, List.class).newInstance(null, List.of());
        } catch (java.lang.reflect.InvocationTargetException e) {
            System.out.println(e.getCause());
        }
        Field x = Point.class.getDeclaredField("x");
        x.setAccessible(true);
        try {
            x.set(point, 5);
        } catch (IllegalAccessException e) {
            System.out.println(e.getMessage());
        }
        System.out.println(String.class.getRecordComponents() == null);
    }
}
