package org.bulkhead.vm.runtime.substitute;

/** Not in images. */
@Substitutes("jdk.internal.loader.BootLoader")
@ClosedWorldOnly
@Delete(reason = "images hold all their classes; there are no class loaders")
final class BootLoaderSubstitution {
    private BootLoaderSubstitution() {}

    @Replace(reason = "what the JDK's own libraries have in native code is substituted method by method")
    public static void loadLibrary(String name) {}
}
