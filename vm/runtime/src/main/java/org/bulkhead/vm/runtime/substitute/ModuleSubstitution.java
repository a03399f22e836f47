package org.bulkhead.vm.runtime.substitute;

/** Not in images. */
@Substitutes("java.lang.Module")
@ClosedWorldOnly
@Delete(reason = "images have no modules")
final class ModuleSubstitution {
    private ModuleSubstitution() {}
}
