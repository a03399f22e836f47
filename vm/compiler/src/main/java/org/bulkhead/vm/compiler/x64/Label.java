package org.bulkhead.vm.compiler.x64;

import java.util.ArrayList;
import java.util.List;

/** A place in code, known now or later. */
public final class Label {
    private static final int UNBOUND = -1;

    private int position = UNBOUND;
    /** Positions of 32-bit displacements that wait for the label; jump tables wait with their own base. */
    final List<Fixup> fixups = new ArrayList<>();

    /** Four bytes at {@code at} that are to hold the label's position minus {@code base}. */
    record Fixup(int at, int base) {}

    /** Returns whether the position is known. */
    public boolean isBound() {
        return position != UNBOUND;
    }

    /** Returns whether a jump to the label was written already though it is not bound. */
    public boolean isWanted() {
        return !fixups.isEmpty();
    }

    /** Returns the offset in the code; only once bound. */
    public int position() {
        if (!isBound()) {
            throw new IllegalStateException("label is not bound");
        }
        return position;
    }

    void bind(int at) {
        if (isBound()) {
            throw new IllegalStateException("label is bound twice");
        }
        position = at;
    }
}
