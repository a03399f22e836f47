package org.bulkhead.vm.runtime.reflect;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bulkhead.vm.runtime.ImageInfo;

/** The proxy classes of the program, all of which were made while it was built, by their interfaces. */
public final class ProxyClasses {
    private static Map<List<Class<?>>, Constructor<?>> constructors;

    private ProxyClasses() {}

    /** Returns a proxy that implements the interfaces, in this order, and hands all calls to {@code handler}. */
    public static Object newInstance(Class<?>[] interfaces, InvocationHandler handler) {
        if (handler == null) {
            throw new NullPointerException();
        }
        try {
            return constructor(interfaces).newInstance(handler);
        } catch (InstantiationException | IllegalAccessException | InvocationTargetException e) {
            throw new InternalError(e.toString(), e);
        }
    }

    /** Returns the class of the proxies that implement the interfaces. */
    public static Class<?> of(Class<?>[] interfaces) {
        return constructor(interfaces).getDeclaringClass();
    }

    /** Returns whether a class is one of them. */
    public static boolean contains(Class<?> type) {
        return type.getSuperclass() == Proxy.class;
    }

    /** Returns the method that a type declares with that name and descriptor; called by the initialisers of proxy classes. */
    public static Method method(Class<?> owner, String name, String descriptor) {
        return Members.method(owner, name, descriptor);
    }

    private static Constructor<?> constructor(Class<?>[] interfaces) {
        for (Class<?> each : interfaces) {
            if (!each.isInterface()) {
                throw new IllegalArgumentException(each.getName() + " is not an interface");
            }
        }
        Constructor<?> found = all().get(Arrays.asList(interfaces));
        if (found == null) {
            throw new IllegalArgumentException("the program has no proxy class for " + Arrays.toString(interfaces)
                + ": one is made for every interface of its open classes, and for every list of interfaces that an open class names in an array");
        }
        return found;
    }

    private static Map<List<Class<?>>, Constructor<?>> all() {
        if (constructors == null) {
            Map<List<Class<?>>, Constructor<?>> all = new HashMap<>();
            for (Class<?> each : ImageInfo.proxies) {
                Constructor<?> constructor = Members.constructors(each, false)[0];
                constructor.setAccessible(true);
                all.put(Arrays.asList(each.getInterfaces()), constructor);
            }
            constructors = all;
        }
        return constructors;
    }
}
