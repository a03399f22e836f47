package org.bulkhead.vm.compiler.x64;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bulkhead.vm.compiler.Relocation;
import org.bulkhead.vm.compiler.Symbol;

/** Growing machine code with labels and relocations; knows bytes, not instructions. */
class CodeBuffer {
    private static final int INITIAL_SIZE = 256;

    private byte[] bytes = new byte[INITIAL_SIZE];
    private int size;
    private final List<Relocation> relocations = new ArrayList<>();

    /** Returns the offset of the next byte. */
    public final int position() {
        return size;
    }

    /** Returns the code so far. */
    public final byte[] code() {
        return Arrays.copyOf(bytes, size);
    }

    /** Returns what the linker must patch, by ascending offset. */
    public final List<Relocation> relocations() {
        return List.copyOf(relocations);
    }

    final void emit8(int value) {
        if (size == bytes.length) {
            bytes = Arrays.copyOf(bytes, 2 * size);
        }
        bytes[size++] = (byte) value;
    }

    final void emit32(int value) {
        for (int shift = 0; shift < Integer.SIZE; shift += Byte.SIZE) {
            emit8(value >> shift);
        }
    }

    final void emit64(long value) {
        emit32((int) value);
        emit32((int) (value >>> Integer.SIZE));
    }

    final void emitAbsolute(Symbol symbol, int addend) {
        relocations.add(new Relocation(size, Relocation.Kind.ABSOLUTE, symbol, addend));
        emit32(0);
    }

    final void emitRelative(Symbol symbol) {
        relocations.add(new Relocation(size, Relocation.Kind.RELATIVE, symbol, 0));
        emit32(0);
    }

    /** Emits the 32-bit distance from {@code base} to the label. */
    final void emitDistance(Label label, int base) {
        if (label.isBound()) {
            emit32(label.position() - base);
        } else {
            label.fixups.add(new Label.Fixup(size, base));
            emit32(0);
        }
    }

    /** Makes the label name the next instruction. */
    public final void bind(Label label) {
        label.bind(size);
        for (Label.Fixup fixup : label.fixups) {
            patch32(fixup.at(), size - fixup.base());
        }
        label.fixups.clear();
    }

    final void patch32(int at, int value) {
        for (int i = 0; i < Integer.BYTES; i++) {
            bytes[at + i] = (byte) (value >> i * Byte.SIZE);
        }
    }

    final void patch8(int at, int value) {
        bytes[at] = (byte) value;
    }
}
