package org.bulkhead.vm.runtime.substitute;

/** Not in images. */
@Substitutes("jdk.internal.loader.NativeLibraries")
@ClosedWorldOnly
@Delete(reason = "images hold no machine code but the VM's")
final class NativeLibrariesSubstitution {
    private NativeLibrariesSubstitution() {}
}
