package org.bulkhead.vm.runtime.substitute;

/** Not in images. */
@Substitutes("java.io.ObjectInputStream")
@Delete(reason = "serialization needs reflection on fields")
final class ObjectInputStreamSubstitution {
    private ObjectInputStreamSubstitution() {}
}
