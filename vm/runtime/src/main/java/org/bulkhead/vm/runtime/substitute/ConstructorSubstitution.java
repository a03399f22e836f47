package org.bulkhead.vm.runtime.substitute;

/** Not in images. */
@Substitutes("java.lang.reflect.Constructor")
@ClosedWorldOnly
@Delete(reason = "members of classes are not reflected in an image")
final class ConstructorSubstitution {
    private ConstructorSubstitution() {}
}
