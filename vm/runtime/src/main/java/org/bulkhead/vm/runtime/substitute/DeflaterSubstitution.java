package org.bulkhead.vm.runtime.substitute;

/** Not in images. */
@Substitutes("java.util.zip.Deflater")
@Delete(reason = "compression is native code in the JDK")
final class DeflaterSubstitution {
    private DeflaterSubstitution() {}
}
