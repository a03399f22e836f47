package org.bulkhead.programs.reflect;

import java.util.Iterator;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

/** Providers of services, named by files. */
public final class Services {
    private Services() {}

    /** A service. */
    public interface Greeter {
        /** Returns a greeting. */
        String greet();
    }

    /** A service without providers. */
    public interface Unserved {}

    /** A provider. */
    public static class English implements Greeter {
        @Override
        public String greet() {
            return "hello";
        }
    }

    /** A provider. */
    public static class French implements Greeter {
        static {
            System.out.println("French is initialised");
        }

        @Override
        public String greet() {
            return "bonjour";
        }
    }

    public static void main(String[] args) {
        ServiceLoader<Greeter> loader = ServiceLoader.load(Greeter.class);
        Iterator<Greeter> greeters = loader.iterator();
        while (true) {
            try {
                if (!greeters.hasNext()) {
                    break;
                }
                Greeter each = greeters.next();
                System.out.println(each.getClass().getName() + " " + each.greet());
            } catch (ServiceConfigurationError e) {
                System.out.println(e.getMessage());
            }
        }
        System.out.println(ServiceLoader.load(Unserved.class).findFirst().isPresent());
        System.out.println(ServiceLoader.load(Greeter.class, Services.class.getClassLoader()).stream().map(each -> {
            try {
                return each.type().getSimpleName();
            } catch (ServiceConfigurationError e) {
                return "error";
            }
        }).findFirst());
    }
}
