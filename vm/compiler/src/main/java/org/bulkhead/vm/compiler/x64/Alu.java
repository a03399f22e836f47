package org.bulkhead.vm.compiler.x64;

/** The eight two-operand integer operations that share an encoding, in the order of their numbers. */
public enum Alu {
    ADD, OR, ADC, SBB, AND, SUB, XOR, CMP
}
