package org.bulkhead.vm.compiler.x64;

/** Shifts and rotations; the count is taken modulo the width, as Java demands. */
public enum Shift {
    ROTATE_LEFT(0), ROTATE_RIGHT(1), LEFT(4), LOGICAL_RIGHT(5), ARITHMETIC_RIGHT(7);

    final int digit;

    Shift(int digit) {
        this.digit = digit;
    }
}
