package org.bulkhead.vm.runtime.substitute;

/** Not in images. */
@Substitutes("java.lang.ModuleLayer")
@ClosedWorldOnly
@Delete(reason = "images have no modules")
final class ModuleLayerSubstitution {
    private ModuleLayerSubstitution() {}
}
