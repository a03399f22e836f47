package org.bulkhead.vm.compiler.simple;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.bulkhead.vm.compiler.CodeTableLists;
import org.bulkhead.vm.compiler.CompiledMethod;
import org.bulkhead.vm.compiler.model.VmType;
import org.bulkhead.vm.runtime.layout.CodeTableLayout;

/** Writes the code table of a {@link NativeProgram}. */
final class CodeTableWriter {
    private final ToIntFunction<VmType> hubs;
    private final Function<byte[], Integer> blobs;

    CodeTableWriter(ToIntFunction<VmType> hubs, Function<byte[], Integer> blobs) {
        this.hubs = hubs;
        this.blobs = blobs;
    }

    private static ByteBuffer buffer(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    void write(Map<Object, CompiledMethod> code, Map<Object, Integer> addresses, BiConsumer<Integer, Integer> store, int tableField, int lengthField) {
        List<Object> keys = new ArrayList<>(code.keySet());
        keys.removeIf(key -> code.get(key).method() == null);
        keys.sort(Comparator.comparing(addresses::get));
        ByteBuffer table = buffer(CodeTableLayout.ENTRY_SIZE * keys.size());
        for (int i = 0; i < keys.size(); i++) {
            CompiledMethod method = code.get(keys.get(i));
            int entry = i * CodeTableLayout.ENTRY_SIZE;
            int start = addresses.get(keys.get(i));
            table.putInt(entry + CodeTableLayout.CODE_START, start);
            table.putInt(entry + CodeTableLayout.CODE_END, start + method.code().length);
            table.putInt(entry + CodeTableLayout.FRAME_SIZE, method.frameSize());
            table.putInt(entry + CodeTableLayout.SAFEPOINTS, blobs.apply(CodeTableLists.safepoints(method)));
            table.putInt(entry + CodeTableLayout.HANDLERS, blobs.apply(handlers(method)));
        }
        store.accept(tableField, blobs.apply(table.array()));
        store.accept(lengthField, keys.size());
    }

    private byte[] handlers(CompiledMethod method) {
        ByteBuffer list = buffer(CodeTableLayout.LIST_HEADER + CodeTableLayout.HANDLER_SIZE * method.handlers().size());
        list.putInt(method.handlers().size());
        for (CompiledMethod.Handler each : method.handlers()) {
            list.putInt(each.start()).putInt(each.end()).putInt(each.handler()).putInt(each.type() == null ? 0 : hubs.applyAsInt(each.type()));
        }
        return list.array();
    }
}
