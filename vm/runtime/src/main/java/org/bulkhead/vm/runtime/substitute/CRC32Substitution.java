package org.bulkhead.vm.runtime.substitute;

import org.bulkhead.vm.runtime.zip.Checksums;
import org.bulkhead.vm.runtime.zip.RawMemory;

/** CRC-32 in Java. */
@Substitutes("java.util.zip.CRC32")
final class CRC32Substitution {
    private static final String IN_JAVA = "native code in the JDK";

    private CRC32Substitution() {}

    @Replace(reason = IN_JAVA)
    private static int update(int crc, int next) {
        return Checksums.crc32(crc, (byte) next);
    }

    @Replace(reason = IN_JAVA)
    private static int updateBytes0(int crc, byte[] data, int offset, int length) {
        return Checksums.crc32(crc, data, offset, length);
    }

    @Replace(reason = IN_JAVA)
    private static int updateByteBuffer0(int crc, long address, int offset, int length) {
        return Checksums.crc32(crc, RawMemory.read(address + offset, length), 0, length);
    }
}
