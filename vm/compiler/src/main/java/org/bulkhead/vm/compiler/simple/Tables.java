package org.bulkhead.vm.compiler.simple;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bulkhead.vm.compiler.CompiledMethod;
import org.bulkhead.vm.compiler.x64.Assembler;

/** Collects the tables of a method while its code is written. */
final class Tables {
    private static final int NONE = -1;

    private final Assembler asm;
    private final List<CompiledMethod.Safepoint> safepoints = new ArrayList<>();
    private final List<CompiledMethod.Line> lines = new ArrayList<>();
    private final Map<BitSet, BitSet> maps = new HashMap<>();
    private int lastReturn = NONE;

    Tables(Assembler asm) {
        this.asm = asm;
    }

    /** Notes that a call returns here. */
    void callReturns(BitSet slots) {
        lastReturn = asm.position();
        add(slots);
    }

    /** Notes that the instruction that follows may fault. */
    void mayFault(BitSet slots) {
        if (lastReturn == asm.position()) {
            // A return address and a faulting instruction are looked up differently, so they must not coincide.
            asm.nop();
        }
        add(slots);
    }

    private void add(BitSet slots) {
        int position = asm.position();
        int last = safepoints.size() - 1;
        if (last >= 0 && safepoints.get(last).pcOffset() == position) {
            throw new IllegalStateException("two safepoints at offset " + position);
        }
        safepoints.add(new CompiledMethod.Safepoint(position, maps.computeIfAbsent(slots, each -> each)));
    }

    /** Notes that the code from here on belongs to a source line. */
    void line(int line) {
        int last = lines.size() - 1;
        if (last >= 0 && lines.get(last).pcOffset() == asm.position()) {
            lines.remove(last--);
        }
        if (last < 0 || lines.get(last).line() != line) {
            lines.add(new CompiledMethod.Line(asm.position(), line));
        }
    }

    List<CompiledMethod.Safepoint> safepoints() {
        return List.copyOf(safepoints);
    }

    List<CompiledMethod.Line> lines() {
        return List.copyOf(lines);
    }
}
