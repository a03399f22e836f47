package org.bulkhead.vm.linker;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.bulkhead.vm.compiler.Routine;
import org.bulkhead.vm.compiler.RuntimeCall;
import org.bulkhead.vm.compiler.model.VmField;
import org.bulkhead.vm.compiler.model.VmType;
import org.bulkhead.vm.linker.heap.ImageHeap;

/** Links the isolate world: tells the runtime's {@code ImageInfo} where everything is. */
public final class IsolateWorld {
    /** The class whose static fields tell the runtime what lies where. */
    public static final String IMAGE_INFO = "org/bulkhead/vm/runtime/ImageInfo";

    /** Bytes of an image's identity. */
    public static final int IDENTITY_SIZE = 16;

    private IsolateWorld() {}

    /** Makes a closure keep what modules that are linked against its image need. */
    public static void requireForModules(Closure closure) {
        VmType info = closure.environment().types().type(IMAGE_INFO);
        for (VmField field : info.fields()) {
            closure.require(field, "modules");
        }
    }

    /** Places and writes a complete closure, the code at {@code placement}'s next section. */
    public static WorldLinker link(Closure closure, Placement placement) {
        prepareTables(closure);
        WorldLinker linker = place(closure, placement);
        linker.setStatic(IMAGE_INFO, "codeTable", linker.codeTable());
        linker.setStatic(IMAGE_INFO, "codeTableLength", closure.methods().size());
        linker.setStatic(IMAGE_INFO, "abstractCalled", linker.codeAddress(closure.environment().runtimeMethod(RuntimeCall.ABSTRACT_CALLED)));
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
        identify(linker);
        return linker;
    }

    /** Places and writes what a module adds to its image, from an address on, and sets what tells the image's runtime of it. */
    public static WorldLinker linkModule(Closure closure, Placement placement) {
        VmType info = closure.environment().types().type(IMAGE_INFO);
        closure.reflected().fillTables(closure);
        closure.replaceStatic(info.declaredField("moduleLiterals"), literals(closure));
        closure.replaceStatic(info.declaredField("moduleClasses"), classes(closure));
        closure.complete(count -> { });
        WorldLinker linker = place(closure, placement);
        linker.setStatic(IMAGE_INFO, "moduleCodeTable", linker.codeTable());
        linker.setStatic(IMAGE_INFO, "moduleCodeTableLength", closure.methods().size());
        linker.setStatic(IMAGE_INFO, "moduleHeapStart", linker.heapStart());
        linker.setStatic(IMAGE_INFO, "moduleHeapReferencesEnd", linker.heapReferencesEnd());
        linker.setStatic(IMAGE_INFO, "moduleHeapEnd", linker.heapEnd());
        linker.setStatic(IMAGE_INFO, "moduleHeapPages", linker.heapPages());
        linker.setStatic(IMAGE_INFO, "moduleStaticReferencesStart", linker.staticReferencesStart());
        linker.setStatic(IMAGE_INFO, "moduleStaticReferencesEnd", linker.staticReferencesEnd());
        linker.finish();
        return linker;
    }

    private static WorldLinker place(Closure closure, Placement placement) {
        Section code = placement.open();
        WorldLinker linker = new WorldLinker(closure, code);
        placement.close(code);
        Section metadata = placement.open();
        linker.writeMetadata(metadata);
        placement.close(metadata);
        Section data = placement.open();
        linker.placeData(data);
        placement.close(data);
        return linker;
    }

    /** Fills the tables of literals and classes, if the closure reads them; the closure's set of objects grows by the tables only. */
    private static void prepareTables(Closure closure) {
        ImageHeap heap = closure.heap();
        VmType info = closure.environment().types().type(IMAGE_INFO);
        VmField literals = info.declaredField("literals");
        if (closure.statics().contains(literals)) {
            // Not only the literals of code: initialisers have interned strings whose identity the class library relies on (Locale compares languages by ==).
            heap.putStatic(literals, literals(closure));
        }
        closure.reflected().fillTables(closure);
        VmField classes = info.declaredField("classes");
        if (closure.statics().contains(classes)) {
            heap.putStatic(classes, classes(closure));
        }
        closure.complete(count -> { });
    }

    /** Gives the image its identity, a digest of all that is in it, by which modules tell whether they were linked against it. */
    private static void identify(WorldLinker linker) {
        byte[] digest = new Digest().add(linker.code().toBytes()).add(linker.metadata().toBytes()).add(linker.data().toBytes()).finish();
        byte[] identity = Arrays.copyOf(digest, IDENTITY_SIZE);
        linker.identify(identity);
        VmType info = linker.closure().environment().types().type(IMAGE_INFO);
        int at = 0;
        for (String name : new String[] {"identityLow", "identityHigh"}) {
            VmField field = info.declaredField(name);
            if (linker.closure().statics().contains(field)) {
                linker.data().put(linker.staticAddress(field), Arrays.copyOfRange(identity, at, at + Long.BYTES));
            }
            at += Long.BYTES;
        }
    }

    /** Returns an array of all interned strings that the closure reaches, sorted. */
    static int literals(Closure closure) {
        ImageHeap heap = closure.heap();
        Set<Integer> reachable = new HashSet<>(closure.reachableObjects());
        return array(heap, "[Ljava/lang/String;", new TreeMap<>(heap.literals(closure.world())).values().stream().filter(reachable::contains).toList());
    }

    /** Returns an array of the mirrors of all classes and interfaces that the closure has hubs for, sorted by name. */
    static int classes(Closure closure) {
        return array(closure.heap(), "[Ljava/lang/Class;", closure.hubs().stream().filter(each -> each.node() != null)
            .sorted(Comparator.comparing(VmType::displayName)).map(closure.heap()::mirror).toList());
    }

    /** Returns the address of a new array in the heap with these elements. */
    public static int array(ImageHeap heap, String type, List<Integer> elements) {
        int array = heap.allocateArray(heap.types().type(type), elements.size());
        for (int i = 0; i < elements.size(); i++) {
            heap.putReference(array, heap.elementOffset(array, i), elements.get(i));
        }
        return array;
    }
}
