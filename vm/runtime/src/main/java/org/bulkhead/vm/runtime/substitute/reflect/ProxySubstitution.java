package org.bulkhead.vm.runtime.substitute.reflect;

import java.lang.reflect.InvocationHandler;
import org.bulkhead.vm.runtime.reflect.ProxyClasses;
import org.bulkhead.vm.runtime.substitute.Replace;
import org.bulkhead.vm.runtime.substitute.Substitutes;

/** Proxy classes are made when the program is built. */
@Substitutes("java.lang.reflect.Proxy")
final class ProxySubstitution {
    private static final String BUILT = "all proxy classes are there before the program starts";

    private ProxySubstitution() {}

    @Replace(reason = BUILT)
    public static Object newProxyInstance(ClassLoader loader, Class<?>[] interfaces, InvocationHandler handler) {
        return ProxyClasses.newInstance(interfaces, handler);
    }

    @Replace(reason = BUILT)
    public static Class<?> getProxyClass(ClassLoader loader, Class<?>... interfaces) {
        return ProxyClasses.of(interfaces);
    }

    @Replace(reason = BUILT)
    public static boolean isProxyClass(Class<?> type) {
        return ProxyClasses.contains(type);
    }
}
