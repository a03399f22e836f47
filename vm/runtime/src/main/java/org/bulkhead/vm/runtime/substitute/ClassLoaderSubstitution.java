package org.bulkhead.vm.runtime.substitute;

/** Not in images. */
@Substitutes("java.lang.ClassLoader")
@ClosedWorldOnly
@Delete(reason = "images hold all their classes; there are no class loaders")
final class ClassLoaderSubstitution {
    private ClassLoaderSubstitution() {}

    @Replace(reason = "threads of pools ask for it to hand it on")
    public static ClassLoader getSystemClassLoader() {
        return null;
    }
}
