package org.bulkhead.vm.compiler.simple;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bulkhead.vm.compiler.CompiledMethod;
import org.bulkhead.vm.compiler.model.VmType;
import org.bulkhead.vm.compiler.x64.Label;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.TryCatchBlockNode;

/** Turns the try blocks of the bytecode into ranges of machine code, stubs included. */
final class HandlerTable {
    private final Emission e;
    private final Map<Integer, Integer> positions = new HashMap<>();
    private final Map<LabelNode, Label> entries = new HashMap<>();

    HandlerTable(Emission emission) {
        e = emission;
    }

    /** Notes where the code of the label at that index begins. */
    void position(int index) {
        positions.put(index, e.asm.position());
    }

    /** Notes where exceptions enter a handler. */
    void handler(LabelNode handler, Label entry) {
        entries.put(handler, entry);
    }

    /**
     * Returns the handlers in order of precedence.
     *
     * @param unlockAndThrow what catches everything that leaves the body of a synchronized method, or null
     */
    List<CompiledMethod.Handler> build(int bodyStart, int bodyEnd, Label unlockAndThrow) {
        List<CompiledMethod.Handler> table = new ArrayList<>();
        InsnList instructions = e.method.node().instructions;
        for (TryCatchBlockNode block : e.method.node().tryCatchBlocks) {
            Label entry = entries.get(block.handler);
            VmType type = block.type == null ? null : e.types.find(block.type);
            // A class that does not exist has no instances to catch.
            if (entry != null && (block.type == null || type != null)) {
                int from = instructions.indexOf(block.start);
                int to = instructions.indexOf(block.end);
                add(table, positions.get(from), positions.get(to), entry, type);
                addStubs(table, from, to, entry, type);
            }
        }
        if (unlockAndThrow != null) {
            add(table, bodyStart, bodyEnd, unlockAndThrow, null);
            addStubs(table, 0, Integer.MAX_VALUE, unlockAndThrow, null);
        }
        return List.copyOf(table);
    }

    /** Stubs of neighbouring instructions lie next to each other, so one entry covers them. */
    private void addStubs(List<CompiledMethod.Handler> table, int from, int to, Label entry, VmType type) {
        int start = 0;
        int end = 0;
        for (Stubs.Range range : e.stubs.ranges()) {
            if (range.index() >= from && range.index() < to) {
                if (range.start() != end) {
                    add(table, start, end, entry, type);
                    start = range.start();
                }
                end = range.end();
            }
        }
        add(table, start, end, entry, type);
    }

    private static void add(List<CompiledMethod.Handler> table, int start, int end, Label entry, VmType type) {
        if (start < end) {
            table.add(new CompiledMethod.Handler(start, end, entry.position(), type));
        }
    }
}
