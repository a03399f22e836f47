package org.bulkhead.vm.linker;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bulkhead.vm.compiler.CompiledMethod;
import org.bulkhead.vm.compiler.model.VmMethod;
import org.bulkhead.vm.compiler.model.VmType;
import org.bulkhead.vm.runtime.layout.CodeTableLayout;
import org.bulkhead.vm.runtime.layout.ObjectLayout;

/** Writes the table of compiled methods: safepoints, handlers, lines and names. */
final class CodeTableWriter {
    private final WorldLinker linker;
    private final Section metadata;
    private final Map<List<Byte>, Integer> maps = new HashMap<>();
    private final Map<String, Integer> names = new HashMap<>();
    private final Map<VmType, Integer> classes = new HashMap<>();

    CodeTableWriter(WorldLinker linker, Section metadata) {
        this.linker = linker;
        this.metadata = metadata;
    }

    /** Writes all but the mirrors' addresses and returns the address of the table. Methods lie in the order of their addresses already. */
    int write() {
        Map<VmMethod, CompiledMethod> methods = linker.closure().methods();
        int table = metadata.align(ObjectLayout.ALIGNMENT);
        metadata.reserve(methods.size() * CodeTableLayout.ENTRY_SIZE);
        int entry = table;
        for (CompiledMethod compiled : methods.values()) {
            int start = linker.codeAddress(compiled.method());
            metadata.putInt(entry + CodeTableLayout.CODE_START, start);
            metadata.putInt(entry + CodeTableLayout.CODE_END, start + compiled.code().length);
            metadata.putInt(entry + CodeTableLayout.FRAME_SIZE, compiled.frameSize());
            metadata.putInt(entry + CodeTableLayout.SAFEPOINTS, safepoints(compiled));
            metadata.putInt(entry + CodeTableLayout.HANDLERS, handlers(compiled));
            metadata.putInt(entry + CodeTableLayout.LINES, lines(compiled));
            metadata.putInt(entry + CodeTableLayout.NAME, names.computeIfAbsent(compiled.method().name(), metadata::appendText));
            metadata.putInt(entry + CodeTableLayout.CLASS, classes.computeIfAbsent(compiled.method().owner(), this::record));
            entry += CodeTableLayout.ENTRY_SIZE;
        }
        return table;
    }

    /** Writes the mirrors' addresses into the records of classes, once mirrors have addresses. */
    void writeMirrors() {
        classes.forEach((type, record) -> {
            if (linker.hasHub(type)) {
                metadata.putInt(record, linker.mirrorAddress(type));
            }
        });
    }

    private int safepoints(CompiledMethod compiled) {
        int mapBytes = (compiled.frameSize() / CodeTableLayout.SLOT_SIZE + Byte.SIZE - 1) / Byte.SIZE;
        int[] addresses = compiled.safepoints().stream().mapToInt(safepoint -> map(safepoint.slots(), mapBytes)).toArray();
        int at = metadata.align(Integer.BYTES);
        metadata.appendInt(addresses.length);
        for (int i = 0; i < addresses.length; i++) {
            metadata.appendInt(compiled.safepoints().get(i).pcOffset());
            metadata.appendInt(addresses[i]);
        }
        return at;
    }

    /** Returns the address of a slot map; equal maps are written once. */
    private int map(BitSet slots, int mapBytes) {
        byte[] bytes = Arrays.copyOf(slots.toByteArray(), mapBytes);
        List<Byte> key = new ArrayList<>();
        for (byte each : bytes) {
            key.add(each);
        }
        return maps.computeIfAbsent(key, missing -> metadata.append(bytes));
    }

    private int handlers(CompiledMethod compiled) {
        int at = metadata.align(Integer.BYTES);
        metadata.appendInt(compiled.handlers().size());
        for (CompiledMethod.Handler handler : compiled.handlers()) {
            metadata.appendInt(handler.start());
            metadata.appendInt(handler.end());
            metadata.appendInt(handler.handler());
            metadata.appendInt(handler.type() == null ? 0 : linker.hubAddress(handler.type()));
        }
        return at;
    }

    private int lines(CompiledMethod compiled) {
        int at = metadata.align(Integer.BYTES);
        metadata.appendInt(compiled.lines().size());
        for (CompiledMethod.Line line : compiled.lines()) {
            metadata.appendInt(line.pcOffset());
            metadata.appendInt(line.line());
        }
        return at;
    }

    private int record(VmType type) {
        int at = metadata.align(Integer.BYTES);
        metadata.appendInt(0);
        metadata.appendText(type.displayName());
        String file = type.node().sourceFile;
        metadata.appendText(file == null ? "" : file);
        return at;
    }
}
