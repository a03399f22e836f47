package org.bulkhead.vm.compiler;

/** Four bytes of code to be patched when addresses are known. */
public record Relocation(int offset, Kind kind, Symbol symbol, int addend) {
    /** How the four bytes are computed. */
    public enum Kind {
        /** Address of the symbol plus addend, less the address behind the four bytes (call and jump). */
        RELATIVE,
        /** Address of the symbol plus addend. */
        ABSOLUTE
    }
}
