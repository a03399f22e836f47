package org.bulkhead.programs.reflect;

import java.lang.annotation.Annotation;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Annotations of all kinds on everything that can carry them. */
@Annotations.All(z = true, b = 1, c = 'c', s = 2, i = 3, j = 4, f = 5, d = 6, text = "seven \"quoted\"", type = String.class, unit = TimeUnit.HOURS, nested = @Annotations.Tag("in"),
    ints = {1, 2, 3}, texts = "one", types = {int.class, int[].class, List.class}, units = {}, nesteds = {@Annotations.Tag("a"), @Annotations.Tag("b")}, doubles = {1.5, Double.NaN}, chars = {'x', '\n'})
@Annotations.Tag("first")
@Annotations.Tag("second")
@Annotations.Family
@Deprecated(since = "1", forRemoval = false)
public class Annotations {
    @Retention(RetentionPolicy.RUNTIME)
    @interface All {
        boolean z();

        byte b();

        char c();

        short s();

        int i();

        long j();

        float f();

        double d();

        String text();

        Class<?> type();

        TimeUnit unit();

        Tag nested();

        int[] ints();

        String[] texts();

        Class<?>[] types();

        TimeUnit[] units();

        Tag[] nesteds();

        double[] doubles();

        char[] chars();

        long given() default 1L << 35;

        double ratio() default 0.125;

        float share() default 0.5f;

        String[] words() default {"default", "words"};
    }

    @Retention(RetentionPolicy.RUNTIME)
    @Repeatable(Tags.class)
    @Target({ElementType.TYPE, ElementType.METHOD, ElementType.FIELD, ElementType.PARAMETER, ElementType.CONSTRUCTOR})
    @interface Tag {
        String value() default "none";
    }

    @Retention(RetentionPolicy.RUNTIME)
    @Target({ElementType.TYPE, ElementType.METHOD, ElementType.FIELD, ElementType.PARAMETER, ElementType.CONSTRUCTOR})
    @interface Tags {
        Tag[] value();
    }

    @Retention(RetentionPolicy.RUNTIME)
    @Inherited
    @interface Family {}

    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.TYPE_USE)
    @interface Use {
        int value() default 0;
    }

    @Retention(RetentionPolicy.CLASS)
    @interface Unseen {}

    @Unseen
    static class Child extends Annotations {
        @Tag("field") @Use(1) List<@Use(2) String> field;

        @Tag Child() {}

        Child(@Tag("parameter") int a, String b, @Family @Tag("third") String c) {}

        @Tag("method")
        @Deprecated
        @Use(3) String method(@Tag("p") int first, long second) throws @Use(4) IllegalStateException {
            return "" + first + second;
        }
    }

    private static void show(String title, AnnotatedElement element) {
        System.out.println(title + " " + Listing.sorted(element.getAnnotations()) + " declared " + Listing.sorted(element.getDeclaredAnnotations()));
    }

    public static void main(String[] args) throws Exception {
        All all = Annotations.class.getAnnotation(All.class);
        System.out.println(all.z() + " " + all.b() + " " + all.c() + " " + all.s() + " " + all.i() + " " + all.j() + " " + all.f() + " " + all.d() + " " + all.text());
        System.out.println(all.type() + " " + all.unit() + " " + all.nested().value() + " " + Arrays.toString(all.ints()) + " " + Arrays.toString(all.types()) + " " + all.units().length);
        System.out.println(all.given() + " " + all.ratio() + " " + all.share() + " " + Arrays.toString(all.words()) + " " + all.annotationType());
        System.out.println(all.equals(Annotations.class.getAnnotation(All.class)) + " " + (all.hashCode() == Annotations.class.getAnnotation(All.class).hashCode()));
        System.out.println(Annotations.class.getAnnotation(Tag.class) + " " + Arrays.toString(Annotations.class.getAnnotationsByType(Tag.class)));
        System.out.println(all.nested());
        show("class", Annotations.class);
        show("child", Child.class);
        show("field", Child.class.getDeclaredField("field"));
        show("constructor", Child.class.getDeclaredConstructor());
        Method method = Child.class.getDeclaredMethod("method", int.class, long.class);
        show("method", method);
        for (Parameter each : method.getParameters()) {
            show("parameter " + each, each);
        }
        for (Annotation[] each : Child.class.getDeclaredConstructor(int.class, String.class, String.class).getParameterAnnotations()) {
            System.out.println(Listing.sorted(each));
        }
        System.out.println(All.class.getMethod("words").getDefaultValue().getClass() + " " + All.class.getMethod("given").getDefaultValue() + " " + All.class.getMethod("i").getDefaultValue());
        System.out.println(Arrays.toString(method.getAnnotatedReturnType().getAnnotations()) + " " + Arrays.toString(method.getAnnotatedExceptionTypes()[0].getAnnotations()));
        AnnotatedParameterizedType type = (AnnotatedParameterizedType) Child.class.getDeclaredField("field").getAnnotatedType();
        System.out.println(Arrays.toString(type.getAnnotations()) + " " + Arrays.toString(type.getAnnotatedActualTypeArguments()[0].getAnnotations()));
        System.out.println(Annotations.class.isAnnotationPresent(Unseen.class) + " " + Runnable.class.isAnnotationPresent(FunctionalInterface.class));
        System.out.println(Tag.class.isAnnotation() + " " + Annotations.class.getAnnotation(Deprecated.class).since());
    }
}
