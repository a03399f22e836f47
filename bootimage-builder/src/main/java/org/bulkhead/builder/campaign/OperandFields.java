package org.bulkhead.builder.campaign;

import java.util.ArrayList;
import java.util.List;

/**
 * Where the operands of an instruction are encoded: bits, counted from bit 0 of its first byte on.
 *
 * <pre>
 * prefixes  REX  opcode (1–3 bytes)  ModRM (mod 7..6, reg 5..3, r/m 2..0)  SIB  displacement  immediate
 * </pre>
 *
 * @param register the field of ModRM that names a register, or the low bits of the opcode; empty if there is none
 * @param memory the field r/m, SIB and displacement; a register too if mod is 3; empty if there is no ModRM
 * @param immediate the constant; empty if there is none
 * @param memoryIsDestination whether the result goes to what {@code memory} names
 * @param usesFrame whether an address is computed from rbp or rsp, or is absolute
 * @param inMemory whether {@code memory} names memory
 */
record OperandFields(List<Integer> register, List<Integer> memory, List<Integer> immediate, boolean memoryIsDestination, boolean usesFrame, boolean inMemory) {
    private static final int MODE_REGISTER = 3;
    private static final int RSP = 4;
    private static final int RBP = 5;

    /** Finds the fields. */
    static OperandFields of(Instruction instruction) {
        byte[] bytes = instruction.bytes();
        int at = 0;
        while (at < bytes.length - 1 && isPrefix(bytes[at] & 0xFF)) {
            at++;
        }
        if (at < bytes.length - 1 && (bytes[at] & 0xF0) == 0x40) {
            at++;
        }
        boolean twoBytes = (bytes[at] & 0xFF) == 0x0F && at < bytes.length - 1;
        if (twoBytes) {
            at++;
        }
        int opcode = bytes[at] & 0xFF;
        if (twoBytes && (opcode == 0x38 || opcode == 0x3A)) {
            at++;
        }
        int opcodeAt = at++;
        boolean modRM = at < bytes.length && (twoBytes ? hasModRM2(opcode) : hasModRM1(opcode));
        if (!modRM) {
            boolean named = twoBytes ? opcode >= 0xC8 && opcode <= 0xCF : opcode >= 0x50 && opcode <= 0x5F || opcode >= 0x91 && opcode <= 0x97 || opcode >= 0xB0 && opcode <= 0xBF;
            return new OperandFields(named ? bits(opcodeAt, 0, 3) : List.of(), List.of(), bytes(at, bytes.length), false, false, false);
        }
        int mode = (bytes[at] & 0xFF) >> 6;
        int base = bytes[at] & 7;
        List<Integer> register = bits(at, 3, 6);
        List<Integer> memory = new ArrayList<>(bits(at, 0, 3));
        at++;
        boolean usesFrame = mode != 0 && (base == RSP || base == RBP);
        if (mode != MODE_REGISTER) {
            if (base == RSP && at < bytes.length) {
                int sibBase = bytes[at] & 7;
                usesFrame = sibBase == RSP || sibBase == RBP;
                memory.addAll(bits(at, 0, 8));
                at++;
            }
            int displacement = mode == 1 ? 1 : mode == 2 || mode == 0 && base == RBP || mode == 0 && base == RSP && (bytes[at - 1] & 7) == RBP ? Integer.BYTES : 0;
            memory.addAll(bytes(at, Math.min(bytes.length, at + displacement)));
            at = Math.min(bytes.length, at + displacement);
        }
        boolean group = !twoBytes && (opcode >= 0x80 && opcode <= 0x83 || opcode == 0xC0 || opcode == 0xC1 || opcode == 0xC6 || opcode == 0xC7 || opcode >= 0xD0 && opcode <= 0xD3
            || opcode == 0xF6 || opcode == 0xF7 || opcode == 0xFE || opcode == 0xFF || opcode == 0x8F);
        boolean toMemory = group || !twoBytes && (opcode < 0x40 && (opcode & 2) == 0 || opcode == 0x88 || opcode == 0x89) || twoBytes && (opcode == 0x11 || opcode == 0x29 || opcode == 0x7E
            || opcode == 0xD6 || opcode >= 0x90 && opcode <= 0x9F || opcode == 0xB1 || opcode == 0xC1);
        return new OperandFields(group ? List.of() : register, memory, bytes(at, bytes.length), toMemory, usesFrame, mode != MODE_REGISTER);
    }

    /** Returns the bits that say where the result goes. */
    List<Integer> destination() {
        return memoryIsDestination || register.isEmpty() ? memory.isEmpty() ? register : memory : register;
    }

    /** Returns the bits that say where the operand comes from: the constant, or the other of register and memory. */
    List<Integer> source() {
        if (!immediate.isEmpty()) {
            return immediate;
        }
        return memoryIsDestination ? register : memory;
    }

    private static boolean isPrefix(int value) {
        return value == 0x66 || value == 0xF2 || value == 0xF3 || value == 0xF0 || value == 0x67 || value == 0x2E || value == 0x36 || value == 0x3E || value == 0x26 || value == 0x64 || value == 0x65;
    }

    private static boolean hasModRM1(int opcode) {
        if (opcode < 0x40) {
            return (opcode & 7) < 4;
        }
        return opcode == 0x62 || opcode == 0x63 || opcode == 0x69 || opcode == 0x6B || opcode >= 0x80 && opcode <= 0x8F || opcode == 0xC0 || opcode == 0xC1 || opcode >= 0xC4 && opcode <= 0xC7
            || opcode >= 0xD0 && opcode <= 0xD3 || opcode >= 0xD8 && opcode <= 0xDF || opcode == 0xF6 || opcode == 0xF7 || opcode == 0xFE || opcode == 0xFF;
    }

    private static boolean hasModRM2(int opcode) {
        return !(opcode >= 0x04 && opcode <= 0x0C || opcode >= 0x30 && opcode <= 0x37 || opcode == 0x77 || opcode >= 0x80 && opcode <= 0x8F || opcode >= 0xA0 && opcode <= 0xA2
            || opcode >= 0xA8 && opcode <= 0xAA || opcode >= 0xC8 && opcode <= 0xCF);
    }

    private static List<Integer> bits(int at, int from, int to) {
        List<Integer> bits = new ArrayList<>();
        for (int bit = from; bit < to; bit++) {
            bits.add(at * Byte.SIZE + bit);
        }
        return bits;
    }

    private static List<Integer> bytes(int from, int to) {
        List<Integer> bits = new ArrayList<>();
        for (int at = from; at < to; at++) {
            bits.addAll(bits(at, 0, Byte.SIZE));
        }
        return bits;
    }
}
