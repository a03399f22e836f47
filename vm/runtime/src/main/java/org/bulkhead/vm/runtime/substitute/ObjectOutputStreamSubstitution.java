package org.bulkhead.vm.runtime.substitute;

/** Not in images. */
@Substitutes("java.io.ObjectOutputStream")
@Delete(reason = "serialization needs reflection on fields")
final class ObjectOutputStreamSubstitution {
    private ObjectOutputStreamSubstitution() {}
}
