package org.bulkhead.programs.reflect;

import java.lang.StackWalker.Option;
import java.lang.StackWalker.StackFrame;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Walks over the stack that give out classes, also through calls by reflection. */
public final class CallerClasses {
    private static final StackWalker WITH_CLASSES = StackWalker.getInstance(Option.RETAIN_CLASS_REFERENCE);

    private CallerClasses() {}

    public static void main(String[] args) throws ReflectiveOperationException {
        System.out.println(Direct.caller().getName() + " " + Other.caller().getName());
        Supplier<Class<?>> reference = Other::caller;
        System.out.println(reference.get().getName());
        System.out.println(((Class<?>) Direct.class.getDeclaredMethod("caller").invoke(null)).getName());
        System.out.println(WITH_CLASSES.walk(CallerClasses::own));
        System.out.println(CallerClasses.class.getDeclaredMethod("frames", StackWalker.class).invoke(null, WITH_CLASSES));
        System.out.println(Made.class.getDeclaredConstructor().newInstance().frames);
        StackWalker all = StackWalker.getInstance(Set.of(Option.RETAIN_CLASS_REFERENCE, Option.SHOW_REFLECT_FRAMES));
        System.out.println(showsReflection(all));
        System.out.println(CallerClasses.class.getDeclaredMethod("showsReflection", StackWalker.class).invoke(null, all) + " "
            + CallerClasses.class.getDeclaredMethod("showsReflection", StackWalker.class).invoke(null, WITH_CLASSES));
        InvocationHandler handler = (proxy, method, arguments) -> WITH_CLASSES.walk(frames -> frames.filter(CallerClasses::isOwn).filter(frame -> frame.getMethodName().equals("main")).findFirst().orElseThrow().getDeclaringClass());
        System.out.println(((Asked) Proxy.newProxyInstance(CallerClasses.class.getClassLoader(), new Class<?>[] {Asked.class}, handler)).who().getName());
    }

    static List<String> frames(StackWalker walker) {
        return walker.walk(CallerClasses::own);
    }

    static boolean showsReflection(StackWalker walker) {
        return walker.walk(frames -> frames.anyMatch(CallerClasses::isReflection));
    }

    private static boolean isReflection(StackFrame frame) {
        return frame.getClassName().equals(Method.class.getName()) && frame.getDeclaringClass() == Method.class;
    }

    /** What has called {@code main} is not the program's. */
    private static boolean isOwn(StackFrame frame) {
        return frame.getClassName().startsWith(CallerClasses.class.getName());
    }

    private static List<String> own(Stream<StackFrame> frames) {
        return frames.filter(CallerClasses::isOwn).map(frame -> frame.getDeclaringClass().getSimpleName() + " " + frame).toList();
    }

    /** Is asked for its caller by whoever calls it. */
    private static final class Direct {
        static Class<?> caller() {
            return WITH_CLASSES.getCallerClass();
        }
    }

    /** Another class, whose method asks on behalf of its caller. */
    private static final class Other {
        static Class<?> caller() {
            return Direct.caller();
        }
    }

    /** Is made by reflection. */
    private static final class Made {
        final List<String> frames = WITH_CLASSES.walk(CallerClasses::own);
    }

    /** Has proxies. */
    private interface Asked {
        Class<?> who();
    }
}
