package org.bulkhead.programs.reflect;

import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.lang.reflect.UndeclaredThrowableException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.function.Supplier;

/** Proxies: calls of any shape arrive at the handler, results and exceptions go back. */
public final class Proxies {
    private Proxies() {}

    public interface Service {
        int add(int a, long b);

        double scale(float factor, double value);

        String[] split(String text, char separator);

        void fail(int how) throws IOException;

        boolean flag();

        default String greet(String name) {
            return "hello " + name;
        }
    }

    interface Other {
        char letter();
    }

    static final class Handler implements InvocationHandler {
        @Override
        public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
            System.out.println("call of " + method + " with " + Arrays.toString(arguments));
            switch (method.getName()) {
                case "add":
                    return (int) ((Integer) arguments[0] + (Long) arguments[1]);
                case "scale":
                    return (Float) arguments[0] * (Double) arguments[1];
                case "split":
                    return ((String) arguments[0]).split(String.valueOf(arguments[1]));
                case "fail":
                    switch ((Integer) arguments[0]) {
                        case 0:
                            throw new IOException("declared");
                        case 1:
                            throw new IllegalStateException("unchecked");
                        case 2:
                            throw new AssertionError("error");
                        default:
                            throw new InterruptedException("undeclared");
                    }
                case "greet":
                    return "proxied " + arguments[0];
                case "letter":
                    return 'x';
                case "hashCode":
                    return 17;
                case "equals":
                    return proxy == arguments[0];
                case "toString":
                    return "the proxy";
                case "compare":
                    return 3;
                default:
                    return null;
            }
        }
    }

    public static void main(String[] args) {
        Handler handler = new Handler();
        ClassLoader loader = Proxies.class.getClassLoader();
        Service service = (Service) Proxy.newProxyInstance(loader, new Class<?>[] {Service.class}, handler);
        System.out.println(service.add(1, 2) + " " + service.scale(2, 1.5) + " " + Arrays.toString(service.split("a-b", '-')) + " " + service.greet("you"));
        for (int i = 0; i < 4; i++) {
            try {
                service.fail(i);
            } catch (UndeclaredThrowableException e) {
                System.out.println("undeclared " + e.getCause());
            } catch (IOException | RuntimeException | Error e) {
                System.out.println(e);
            }
        }
        try {
            System.out.println(service.flag());
        } catch (NullPointerException e) {
            System.out.println("no result for a primitive");
        }
        System.out.println(service.hashCode() + " " + service.equals(service) + " " + service.equals("x") + " " + service);
        System.out.println(Proxy.isProxyClass(service.getClass()) + " " + Proxy.isProxyClass(Proxies.class) + " " + (Proxy.getInvocationHandler(service) == handler));
        System.out.println(Arrays.toString(service.getClass().getInterfaces()) + " " + service.getClass().getSuperclass());
        Object both = Proxy.newProxyInstance(loader, new Class<?>[] {Other.class, Service.class}, handler);
        System.out.println(((Other) both).letter() + " " + ((Service) both).add(3, 4));
        @SuppressWarnings("unchecked")
        Comparator<String> comparator = (Comparator<String>) Proxy.newProxyInstance(loader, new Class<?>[] {Comparator.class}, handler);
        System.out.println(comparator.compare("a", "b"));
        Supplier<?> supplier = (Supplier<?>) Proxy.newProxyInstance(loader, new Class<?>[] {Supplier.class}, (proxy, method, values) -> method.getName());
        System.out.println(supplier.get());
        try {
            Proxy.newProxyInstance(loader, new Class<?>[] {String.class}, handler);
        } catch (IllegalArgumentException e) {
            System.out.println(e.getMessage());
        }
        try {
            Proxy.getInvocationHandler("no proxy");
        } catch (IllegalArgumentException e) {
            System.out.println(e.getMessage());
        }
    }
}
