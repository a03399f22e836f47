package org.bulkhead.vm.linker;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import org.bulkhead.vm.compiler.CompiledMethod;
import org.bulkhead.vm.compiler.Relocation;
import org.bulkhead.vm.compiler.Symbol;
import org.bulkhead.vm.compiler.Use;
import org.bulkhead.vm.compiler.model.VmField;
import org.bulkhead.vm.compiler.model.VmMethod;
import org.bulkhead.vm.compiler.model.VmType;
import org.bulkhead.vm.linker.heap.ImageHeap;

/**
 * What a part of a complete closure reaches: as the closure itself, by rapid type analysis, but from fewer roots. A call through a table reaches only types that this part
 * makes, or finds in the objects of static fields that it names.
 */
public final class Reach {
    private final Closure closure;
    private final Set<VmMethod> stops;
    private final Set<VmMethod> methods = new LinkedHashSet<>();
    private final Deque<VmMethod> pending = new ArrayDeque<>();
    private final Set<VmType> initialized = new HashSet<>();
    private final Set<VmField> statics = new HashSet<>();
    private final Set<Integer> objects = new HashSet<>();
    private final DispatchTable dispatch = new DispatchTable(Base.NOTHING, this::dispatch);

    /** Begins with nothing. Methods in {@code stops} are never entered. */
    public Reach(Closure closure, Set<VmMethod> stops) {
        this.closure = closure;
        this.stops = Set.copyOf(stops);
    }

    /** Adds methods and all that they reach. */
    public void add(Collection<VmMethod> roots) {
        roots.forEach(this::require);
        while (!pending.isEmpty()) {
            follow(closure.methods().get(pending.remove()));
        }
    }

    /** Adds the objects that a static field holds. */
    public void add(VmField field) {
        if (statics.add(field) && field.isReference()) {
            visit((int) closure.heap().getStatic(field));
        }
    }

    /** Returns the compiled methods found so far, in the order of finding. */
    public Set<VmMethod> methods() {
        return Collections.unmodifiableSet(methods);
    }

    private void require(VmMethod method) {
        if (closure.methods().containsKey(method) && !stops.contains(method) && methods.add(method)) {
            pending.add(method);
        }
    }

    private void dispatch(VmMethod called, VmType receiver) {
        VmMethod selected = receiver.select(called);
        if (selected != null) {
            require(selected);
        }
    }

    private void instantiate(VmType type) {
        if (dispatch.addInstantiated(type)) {
            dispatch.dispatchTo(type);
        }
    }

    private void initialize(VmType type) {
        for (VmType each : type.supertypes()) {
            if (initialized.add(each) && each.classInitializer() != null) {
                require(each.classInitializer());
            }
        }
    }

    private void follow(CompiledMethod code) {
        for (Relocation relocation : code.relocations()) {
            if (relocation.symbol() instanceof Symbol.Code target) {
                require(target.method());
            } else if (relocation.symbol() instanceof Symbol.StaticField field) {
                add(field.field());
            } else if (relocation.symbol() instanceof Symbol.InitStateWord state) {
                initialize(state.type());
            }
        }
        for (Use use : code.uses()) {
            if (use instanceof Use.VirtualCall virtual) {
                if (dispatch.addCalled(virtual.method())) {
                    dispatch.dispatch(virtual.method());
                }
            } else if (use instanceof Use.Instantiation made) {
                instantiate(made.type());
            } else if (use instanceof Use.Initialization initialization) {
                initialize(initialization.type());
            }
        }
    }

    private void visit(int first) {
        ImageHeap heap = closure.heap();
        Deque<Integer> found = new ArrayDeque<>();
        found.add(first);
        while (!found.isEmpty()) {
            int ref = found.remove();
            if (ref != 0 && objects.add(ref)) {
                instantiate(heap.typeOf(ref));
                heap.forEachReference(ref, (offset, target) -> found.add(target));
            }
        }
    }
}
