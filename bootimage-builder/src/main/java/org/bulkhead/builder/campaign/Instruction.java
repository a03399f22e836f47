package org.bulkhead.builder.campaign;

import java.util.Arrays;

/**
 * A machine instruction, decoded by NASM's disassembler.
 *
 * @param address of its first byte
 * @param bytes all of it; not to be changed
 * @param text in NASM's syntax: the destination comes first
 */
record Instruction(long address, byte[] bytes, String text) {
    /** Returns the word that names it; a prefix such as {@code rep} counts. */
    String mnemonic() {
        int end = text.indexOf(' ');
        return end < 0 ? text : text.substring(0, end);
    }

    /** Returns its operands, as they are written, destination first. */
    String[] operands() {
        int begin = text.indexOf(' ');
        return begin < 0 ? new String[0] : text.substring(begin + 1).split(",");
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Instruction that && that.address == address && Arrays.equals(that.bytes, bytes);
    }

    @Override
    public int hashCode() {
        return Long.hashCode(address);
    }
}
