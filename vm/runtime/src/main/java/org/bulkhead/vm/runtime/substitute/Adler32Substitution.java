package org.bulkhead.vm.runtime.substitute;

import org.bulkhead.vm.runtime.zip.Checksums;
import org.bulkhead.vm.runtime.zip.RawMemory;

/** Adler-32 in Java. */
@Substitutes("java.util.zip.Adler32")
final class Adler32Substitution {
    private static final String IN_JAVA = "native code in the JDK";

    private Adler32Substitution() {}

    @Replace(reason = IN_JAVA)
    private static int update(int adler, int next) {
        return Checksums.adler32(adler, new byte[] {(byte) next}, 0, 1);
    }

    @Replace(reason = IN_JAVA)
    private static int updateBytes(int adler, byte[] data, int offset, int length) {
        return Checksums.adler32(adler, data, offset, length);
    }

    @Replace(reason = IN_JAVA)
    private static int updateByteBuffer(int adler, long address, int offset, int length) {
        return Checksums.adler32(adler, RawMemory.read(address + offset, length), 0, length);
    }
}
