package org.bulkhead.vm.runtime.substitute;

/** Not in images. */
@Substitutes("java.io.ObjectStreamClass")
@Delete(reason = "serialization needs reflection on fields")
final class ObjectStreamClassSubstitution {
    private ObjectStreamClassSubstitution() {}
}
