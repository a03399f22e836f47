package org.bulkhead.vm.runtime.substitute;

/** Not in images. */
@Substitutes("jdk.internal.loader.ClassLoaders")
@ClosedWorldOnly
@Delete(reason = "images hold all their classes; there are no class loaders")
final class ClassLoadersSubstitution {
    private ClassLoadersSubstitution() {}
}
