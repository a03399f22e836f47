package org.bulkhead.vm.compiler.x64;

import org.bulkhead.vm.compiler.Symbol;

/**
 * A memory operand: base + index * 2^logScale + displacement, or the absolute address of a symbol plus displacement.
 *
 * @param base null for an absolute address
 * @param index null for none
 * @param symbol null unless absolute
 */
public record Memory(Register base, Register index, int logScale, int displacement, Symbol symbol) {
    /** Returns [base + displacement]. */
    public static Memory at(Register base, int displacement) {
        return new Memory(base, null, 0, displacement, null);
    }

    /** Returns [base + index * 2^logScale + displacement]. */
    public static Memory at(Register base, Register index, int logScale, int displacement) {
        return new Memory(base, index, logScale, displacement, null);
    }

    /** Returns [symbol], addressed absolutely in 32 bits. */
    public static Memory at(Symbol symbol) {
        return new Memory(null, null, 0, 0, symbol);
    }
}
