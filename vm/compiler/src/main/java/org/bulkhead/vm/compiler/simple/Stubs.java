package org.bulkhead.vm.compiler.simple;

import java.util.ArrayList;
import java.util.List;
import org.bulkhead.vm.compiler.x64.Assembler;
import org.bulkhead.vm.compiler.x64.Label;

/** Code for rare paths, written behind the method's own so that the common path runs straight. */
final class Stubs {
    private final Assembler asm;
    private final List<Stub> stubs = new ArrayList<>();
    private final List<Range> ranges = new ArrayList<>();

    /** A stub of the bytecode instruction {@code index}. */
    private record Stub(int index, int line, Label entry, Runnable body) {}

    /** The code of the stubs of one instruction, to which the same exception handlers apply. */
    record Range(int index, int start, int end) {}

    Stubs(Assembler asm) {
        this.asm = asm;
    }

    /** Returns the label of code that {@code body} will write later; the body must not use the operand stack. */
    Label add(int index, int line, Runnable body) {
        Label entry = new Label();
        stubs.add(new Stub(index, line, entry, body));
        return entry;
    }

    /** Writes all stubs; a stub may add further ones. */
    void write(Tables tables) {
        for (int i = 0; i < stubs.size(); i++) {
            Stub stub = stubs.get(i);
            int start = asm.position();
            asm.bind(stub.entry);
            if (stub.line > 0) {
                tables.line(stub.line);
            }
            stub.body.run();
            ranges.add(new Range(stub.index, start, asm.position()));
        }
    }

    /** Returns where the stubs lie, in the order of the code. */
    List<Range> ranges() {
        return ranges;
    }
}
