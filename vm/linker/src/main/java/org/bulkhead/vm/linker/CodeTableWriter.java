package org.bulkhead.vm.linker;

import java.util.HashMap;
import java.util.Map;
import org.bulkhead.vm.compiler.CodeTableLists;
import org.bulkhead.vm.compiler.CompiledMethod;
import org.bulkhead.vm.compiler.model.VmMethod;
import org.bulkhead.vm.compiler.model.VmType;
import org.bulkhead.vm.runtime.layout.CodeTableLayout;
import org.bulkhead.vm.runtime.layout.ObjectLayout;

/** Writes the table of compiled methods: safepoints, handlers, lines and names. */
final class CodeTableWriter {
    private final WorldLinker linker;
    private final Section metadata;
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
            metadata.putInt(entry + CodeTableLayout.SAFEPOINTS, compiled.safepoints().isEmpty() ? 0 : metadata.append(CodeTableLists.safepoints(compiled)));
            metadata.putInt(entry + CodeTableLayout.HANDLERS, handlers(compiled));
            metadata.putInt(entry + CodeTableLayout.LINES, compiled.lines().isEmpty() ? 0 : metadata.append(CodeTableLists.lines(compiled)));
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

    private int handlers(CompiledMethod compiled) {
        if (compiled.handlers().isEmpty()) {
            return 0;
        }
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

    private int record(VmType type) {
        int at = metadata.align(Integer.BYTES);
        metadata.appendInt(0);
        metadata.appendText(type.displayName());
        String file = type.node().sourceFile;
        metadata.appendText(file == null ? "" : file);
        return at;
    }
}
