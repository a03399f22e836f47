package org.bulkhead.vm.linker;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.bulkhead.vm.compiler.Routine;
import org.bulkhead.vm.compiler.model.TypeSystem;
import org.bulkhead.vm.compiler.model.VmField;
import org.bulkhead.vm.compiler.model.VmType;
import org.bulkhead.vm.linker.heap.ImageHeap;

/** Links the isolate world: tells the runtime's {@code ImageInfo} where everything is. */
public final class IsolateWorld {
    private static final String IMAGE_INFO = "org/bulkhead/vm/runtime/ImageInfo";

    private IsolateWorld() {}

    /** Places and writes a complete closure, the code at {@code placement}'s next section. */
    public static WorldLinker link(Closure closure, Placement placement) {
        prepareTables(closure);
        Section code = placement.open();
        WorldLinker linker = new WorldLinker(closure, code);
        placement.close(code);
        Section metadata = placement.open();
        linker.writeMetadata(metadata);
        placement.close(metadata);
        Section data = placement.open();
        linker.placeData(data);
        placement.close(data);
        linker.setStatic(IMAGE_INFO, "codeTable", linker.codeTable());
        linker.setStatic(IMAGE_INFO, "codeTableLength", closure.methods().size());
        linker.setStatic(IMAGE_INFO, "heapStart", linker.heapStart());
        linker.setStatic(IMAGE_INFO, "heapReferencesEnd", linker.heapReferencesEnd());
        linker.setStatic(IMAGE_INFO, "heapEnd", linker.heapEnd());
        linker.setStatic(IMAGE_INFO, "heapPages", linker.heapPages());
        linker.setStatic(IMAGE_INFO, "staticReferencesStart", linker.staticReferencesStart());
        linker.setStatic(IMAGE_INFO, "staticReferencesEnd", linker.staticReferencesEnd());
        for (Routine routine : closure.routines().keySet()) {
            String field = switch (routine) {
                case FAULT_ENTRY -> "faultEntry";
                case SIGNAL_HANDLER -> "signalHandler";
                case SIGNAL_RETURN -> "signalReturn";
                default -> null;
            };
            if (field != null) {
                linker.setStatic(IMAGE_INFO, field, linker.routineAddress(routine));
            }
        }
        linker.finish();
        return linker;
    }

    /** Fills the tables of literals and classes, if the closure reads them; the closure's set of objects grows by the tables only. */
    private static void prepareTables(Closure closure) {
        ImageHeap heap = closure.heap();
        TypeSystem types = closure.environment().types();
        VmType info = types.type(IMAGE_INFO);
        VmField literals = info.declaredField("literals");
        if (closure.statics().contains(literals)) {
            // Not only the literals of code: initialisers have interned strings whose identity the class library relies on (Locale compares languages by ==).
            Set<Integer> reachable = new HashSet<>(closure.reachableObjects());
            List<Integer> strings = new TreeMap<>(heap.literals(closure.world())).values().stream().filter(reachable::contains).toList();
            heap.putStatic(literals, array(heap, "[Ljava/lang/String;", strings));
        }
        VmField classes = info.declaredField("classes");
        if (closure.statics().contains(classes)) {
            List<Integer> mirrors = closure.hubs().stream().filter(each -> each.node() != null)
                .sorted(Comparator.comparing(VmType::displayName)).map(heap::mirror).toList();
            heap.putStatic(classes, array(heap, "[Ljava/lang/Class;", mirrors));
        }
        closure.complete(count -> { });
    }

    private static int array(ImageHeap heap, String type, List<Integer> elements) {
        int array = heap.allocateArray(heap.types().type(type), elements.size());
        for (int i = 0; i < elements.size(); i++) {
            heap.putReference(array, heap.elementOffset(array, i), elements.get(i));
        }
        return array;
    }
}
