package org.bulkhead.vm.verifier;

/** What HotSpot says of a class file. */
final class HotSpot {
    private HotSpot() {}

    private static final class Loader extends ClassLoader {
        Loader() {
            super(HotSpot.class.getClassLoader());
        }

        Class<?> define(byte[] file) {
            return defineClass(null, file, 0, file.length);
        }
    }

    /**
     * Loads and links a class; a class initialiser runs as well.
     *
     * @throws LinkageError if HotSpot refuses the class
     */
    static void link(byte[] file) {
        Loader loader = new Loader();
        String name = loader.define(file).getName();
        try {
            Class.forName(name, true, loader);
        } catch (ExceptionInInitializerError e) {
            // It was linked.
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
