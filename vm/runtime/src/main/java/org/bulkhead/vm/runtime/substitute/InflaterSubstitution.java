package org.bulkhead.vm.runtime.substitute;

/** Not in images. */
@Substitutes("java.util.zip.Inflater")
@Delete(reason = "compression is native code in the JDK")
final class InflaterSubstitution {
    private InflaterSubstitution() {}
}
