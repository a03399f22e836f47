package org.bulkhead.vm.linker.open;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import org.bulkhead.vm.compiler.model.TypeSystem;
import org.bulkhead.vm.compiler.model.VmField;
import org.bulkhead.vm.compiler.model.VmMethod;
import org.bulkhead.vm.compiler.model.VmType;
import org.bulkhead.vm.compiler.transform.ProxyClass;
import org.bulkhead.vm.linker.Closure;
import org.bulkhead.vm.linker.IsolateWorld;
import org.bulkhead.vm.linker.Reflected;
import org.bulkhead.vm.linker.WorldLinker;
import org.bulkhead.vm.linker.heap.ImageHeap;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;

/**
 * A program with open classes: whatever reflection may ask of them is part of the closure.
 *
 * <ul>
 * <li>All methods and constructors of open classes are roots, also as targets of virtual calls, and all their static fields have memory; those that are not abstract can have instances.
 * <li>What their members, signatures and annotations name can be found by name, if the class path has it.
 * <li>Each interface that is open, and each list of interfaces that an open method which calls {@code Proxy} writes down, has a proxy class.
 * <li>Of other classes that open code names as class objects, or looks for by a literal name, the public constructor without parameters is compiled; methods that it looks for by a literal name are too.
 * <li>If any code {@linkplain ReflectiveCalls#asks asks} for more than hubs tell, all other classes show their members and generic supertypes as well, and annotation types are open wherever they come from.
 * </ul>
 */
public final class OpenWorld implements Reflected {
    private static final String REASON = "an open class";

    private final List<String> names;
    private final SortedMap<String, List<byte[]>> resources;
    private final Set<VmType> open = new LinkedHashSet<>();
    private final Map<List<VmType>, VmType> proxies = new LinkedHashMap<>();
    private final List<String> unlinkable = new ArrayList<>();
    /** The types with a hub, here or in the base, that have been looked at. */
    private final Set<VmType> grown = new HashSet<>();
    private boolean begun;
    /** Whether any code reads the records of members. */
    private boolean asked;

    /**
     * @param names internal names of the open classes, in ascending order
     * @param resources files that the program carries, by name, each with the contents of all files of that name in the order of the class path
     */
    public OpenWorld(List<String> names, SortedMap<String, List<byte[]>> resources) {
        this.names = List.copyOf(names);
        this.resources = resources;
    }

    @Override
    public boolean toleratesGaps() {
        return true;
    }

    @Override
    public void grow(Closure closure) {
        TypeSystem types = closure.environment().types();
        if (!begun) {
            begun = true;
            for (String name : names) {
                VmType type = types.find(name);
                if (type == null) {
                    unlinkable.add(name.replace('/', '.'));
                } else {
                    open(closure, type);
                }
            }
        }
        while (asked && grown.size() < closure.hubs().size() + closure.baseTypes().size()) {
            List<VmType> shown = new ArrayList<>(closure.hubs());
            shown.addAll(closure.baseTypes());
            shown.forEach(each -> grow(closure, each));
        }
    }

    /** Whoever asks a class for its generic superclass or interfaces gets all that its signature names. */
    private void grow(Closure closure, VmType type) {
        if (!grown.add(type)) {
            return;
        }
        if (type.isInterface() && (type.access() & Opcodes.ACC_ANNOTATION) != 0) {
            open(closure, type);
        } else if (type.node() != null) {
            if (type.superclass() != null) {
                closure.requireHub(type.superclass(), type);
            }
            require(closure, new NamedTypes().ofSupertypes(type.node()), type);
        }
    }

    private void open(Closure closure, VmType type) {
        if (!open.add(type)) {
            return;
        }
        closure.requireHub(type, REASON);
        closure.initialize(type, REASON);
        for (VmMethod method : type.methods()) {
            if (method.isVirtual() && !method.isClassInitializer()) {
                closure.call(method, REASON);
            }
            if (!method.isAbstract() && !method.isClassInitializer()) {
                closure.require(method, REASON);
            }
        }
        for (VmMethod method : type.methods()) {
            LiteralNames names = new LiteralNames(method);
            names.classes().forEach(each -> named(closure, each, method));
            names.methods().forEach(each -> lookedFor(closure, each, method));
        }
        for (VmField field : type.fields()) {
            if (field.isStatic()) {
                closure.require(field, REASON);
            }
        }
        if (type.kind() == VmType.Kind.CLASS && !type.isAbstract()) {
            closure.instantiate(type, REASON);
        }
        require(closure, new NamedTypes().of(type.node()), type);
        if (type.isInterface()) {
            proxy(closure, List.of(type));
        }
        ProxyCalls.interfacesIn(type).forEach(each -> proxy(closure, each));
    }

    private static void require(Closure closure, Set<String> names, VmType by) {
        for (String each : names) {
            VmType named = by.types().find(each);
            if (named != null) {
                closure.requireHub(named, by);
            }
        }
    }

    private void proxy(Closure closure, List<VmType> interfaces) {
        if (!proxies.containsKey(interfaces)) {
            TypeSystem types = closure.environment().types();
            ClassNode made = ProxyClass.make(interfaces, proxies.size());
            types.define(made);
            VmType type = types.type(made.name);
            proxies.put(interfaces, type);
            open(closure, type);
        }
    }

    /** A method of a class that is not open, which an open one may call through reflection. */
    private static void lookedFor(Closure closure, VmMethod method, VmMethod by) {
        closure.requireHub(method.owner(), by);
        closure.initialize(method.owner(), by);
        require(closure, new NamedTypes().of(method), method.owner());
        if (method.isVirtual()) {
            closure.call(method, by);
        }
        if (!method.isAbstract()) {
            closure.require(method, by);
        }
    }

    @Override
    public void named(Closure closure, VmType type, VmMethod by) {
        closure.requireHub(type, by);
        if (open.contains(by.owner()) && !open.contains(type) && type.kind() == VmType.Kind.CLASS && !type.isAbstract()) {
            VmMethod constructor = type.declaredMethod("<init>", "()V");
            if (constructor != null && (constructor.access() & type.access() & Opcodes.ACC_PUBLIC) != 0) {
                closure.require(constructor, by);
                closure.instantiate(type, by);
                closure.initialize(type, by);
            }
        }
    }

    @Override
    public void calls(VmMethod caller, VmMethod callee) {
        asked |= ReflectiveCalls.asks(caller, callee);
    }

    /** Returns whether a class shows its members; to be asked when the closure is complete. */
    boolean shows(VmType type) {
        return type.node() != null && (asked || open.contains(type));
    }

    @Override
    public void fillTables(Closure closure) {
        VmField field = closure.environment().types().type("org/bulkhead/vm/runtime/ImageInfo").declaredField("proxies");
        ImageHeap heap = closure.heap();
        closure.setTable(field, IsolateWorld.array(heap, "[Ljava/lang/Class;", proxies.values().stream().map(heap::mirror).toList()));
    }

    @Override
    public Tables tables(WorldLinker linker) {
        return new MembersWriter(linker, this::shows, resources);
    }

    /** Returns the classes that are not in the program because a supertype of theirs is missing. */
    public List<String> unlinkable() {
        return Collections.unmodifiableList(unlinkable);
    }
}
