package org.bulkhead.programs.reflect;

/** Classes by name: what is found, what is initialised, and what the failures say. */
public final class ForName {
    private static final String PACKAGE = "org.bulkhead.programs.reflect.";

    private ForName() {}

    static class Lazy {
        static {
            System.out.println("Lazy is initialised");
        }
    }

    static class Failing {
        static {
            fail();
        }

        private static void fail() {
            throw new IllegalStateException("no");
        }
    }

    private static void find(String name) {
        try {
            Class<?> found = Class.forName(name);
            System.out.println(name + " -> " + found + " " + found.isArray());
        } catch (ClassNotFoundException | LinkageError e) {
            System.out.println(name + ": " + (name.endsWith(";") || name.startsWith("[") ? e.getClass().getName() : e));
        }
    }

    public static void main(String[] args) throws Exception {
        System.out.println(Class.forName(PACKAGE + "ForName$Lazy", false, ForName.class.getClassLoader()).getSimpleName());
        find(PACKAGE + "ForName$Lazy");
        find(PACKAGE + "ForName$Lazy");
        find(PACKAGE + "ForName$Failing");
        find(PACKAGE + "ForName$Failing");
        find(PACKAGE + "ForName.Lazy");
        find(PACKAGE.replace('.', '/') + "ForName");
        find("int");
        find("[I");
        find("[[I");
        find("[Ljava.lang.String;");
        find("[Ljava.lang.String");
        find("Ljava.lang.String;");
        find("[L" + PACKAGE + "ForName;");
        find("[V");
        find("");
        find("java.lang.String");
        find("java.util.NoSuchThing");
        System.out.println(ForName.class.getClassLoader().loadClass(PACKAGE + "ForName") == ForName.class);
        System.out.println(Thread.currentThread().getContextClassLoader() == ForName.class.getClassLoader());
        System.out.println(ClassLoader.getSystemClassLoader() == ForName.class.getClassLoader());
        System.out.println(String.class.getClassLoader() + " " + int.class.getClassLoader() + " " + int[].class.getClassLoader() + " " + (ForName[].class.getClassLoader() == ForName.class.getClassLoader()));
        try {
            ForName.class.getClassLoader().loadClass("x.Y");
        } catch (ClassNotFoundException e) {
            System.out.println(e);
        }
        System.out.println(ForName.class.getModule().isNamed() + " " + String.class.getModule() + " " + ForName.class.getModule().getName());
        System.out.println(ForName.class.getPackage() + " " + ForName.class.getPackageName() + " " + String.class.getPackage() + " " + int.class.getPackage());
        System.out.println(ForName.class.getPackage() == Listing.class.getPackage());
    }
}
