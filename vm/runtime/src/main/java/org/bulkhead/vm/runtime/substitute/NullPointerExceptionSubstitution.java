package org.bulkhead.vm.runtime.substitute;

/** No messages that tell which reference was null. */
@Substitutes("java.lang.NullPointerException")
final class NullPointerExceptionSubstitution {
    private NullPointerExceptionSubstitution() {}

    @Replace(reason = "needs the bytecode, which is not in an image")
    private String getExtendedNPEMessage() {
        return null;
    }
}
