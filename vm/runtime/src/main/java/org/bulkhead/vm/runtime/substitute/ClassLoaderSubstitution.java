package org.bulkhead.vm.runtime.substitute;

/** Not in images. */
@Substitutes("java.lang.ClassLoader")
@ClosedWorldOnly
@Delete(reason = "images hold all their classes; there are no class loaders")
final class ClassLoaderSubstitution {
    private ClassLoaderSubstitution() {}
}
