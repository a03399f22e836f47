package org.bulkhead.vm.compiler;

import java.io.ByteArrayOutputStream;
import java.util.BitSet;
import org.bulkhead.vm.runtime.layout.PackedNumbers;

/** The lists of a compiled method as bytes of a code table (see {@link org.bulkhead.vm.runtime.layout.CodeTableLayout}). */
public final class CodeTableLists {
    private static final int MORE = 1 << PackedNumbers.BITS;

    private CodeTableLists() {}

    /** Returns the list of safepoints. */
    public static byte[] safepoints(CompiledMethod method) {
        ByteArrayOutputStream list = new ByteArrayOutputStream();
        PackedNumbers.append(list, method.safepoints().size());
        int last = 0;
        for (CompiledMethod.Safepoint each : method.safepoints()) {
            PackedNumbers.append(list, each.pcOffset() - last);
            appendMap(list, each.slots());
            last = each.pcOffset();
        }
        return list.toByteArray();
    }

    /** A map is a number too, of any length. */
    private static void appendMap(ByteArrayOutputStream list, BitSet slots) {
        int at = 0;
        do {
            int bits = 0;
            for (int i = 0; i < PackedNumbers.BITS; i++) {
                bits |= slots.get(at + i) ? 1 << i : 0;
            }
            at += PackedNumbers.BITS;
            list.write(at < slots.length() ? bits | MORE : bits);
        } while (at < slots.length());
    }

    /** Returns the list of lines. */
    public static byte[] lines(CompiledMethod method) {
        ByteArrayOutputStream list = new ByteArrayOutputStream();
        PackedNumbers.append(list, method.lines().size());
        int lastOffset = 0;
        int lastLine = 0;
        for (CompiledMethod.Line each : method.lines()) {
            PackedNumbers.append(list, each.pcOffset() - lastOffset);
            PackedNumbers.appendSigned(list, each.line() - lastLine);
            lastOffset = each.pcOffset();
            lastLine = each.line();
        }
        return list.toByteArray();
    }
}
