package org.bulkhead.vm.linker;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bulkhead.vm.compiler.model.VmMethod;
import org.bulkhead.vm.compiler.model.VmType;

/** Which methods are called through tables and which types have instances, and so which methods those calls may reach (rapid type analysis). */
final class DispatchTable {
    /** Is told once of each pair of a called method and a type with instances that may receive the call. */
    interface Pairs {
        void reached(VmMethod called, VmType receiver);
    }

    private final Pairs pairs;
    private final Set<VmMethod> called = new LinkedHashSet<>();
    private final Set<VmType> instantiated = new LinkedHashSet<>();
    private final Map<VmType, List<VmMethod>> calledByOwner = new HashMap<>();
    private final Map<VmType, List<VmType>> instantiatedBySupertype = new HashMap<>();

    DispatchTable(Pairs pairs) {
        this.pairs = pairs;
    }

    /** Returns a type with all its superclasses and superinterfaces. */
    static Set<VmType> supertypes(VmType type) {
        Set<VmType> all = new LinkedHashSet<>();
        for (VmType each = type; each != null; each = each.superclass()) {
            all.add(each);
        }
        all.addAll(type.allInterfaces());
        return all;
    }

    /** Adds a type with instances; returns whether it is new. */
    boolean addInstantiated(VmType type) {
        return instantiated.add(type);
    }

    /** Reports the calls that a type just added may receive. */
    void dispatchTo(VmType type) {
        for (VmType supertype : supertypes(type)) {
            instantiatedBySupertype.computeIfAbsent(supertype, key -> new ArrayList<>()).add(type);
            for (VmMethod method : List.copyOf(calledByOwner.getOrDefault(supertype, List.of()))) {
                pairs.reached(method, type);
            }
        }
    }

    /** Adds a method that is called through a table; returns whether it is new. */
    boolean addCalled(VmMethod method) {
        return called.add(method);
    }

    /** Reports the types that may receive a call just added. */
    void dispatch(VmMethod method) {
        calledByOwner.computeIfAbsent(method.owner(), key -> new ArrayList<>()).add(method);
        for (VmType type : List.copyOf(instantiatedBySupertype.getOrDefault(method.owner(), List.of()))) {
            pairs.reached(method, type);
        }
    }

    boolean isInstantiated(VmType type) {
        return instantiated.contains(type);
    }

    int instantiatedCount() {
        return instantiated.size();
    }

    /** Returns the methods of {@code owner} that are called through tables. */
    List<VmMethod> calledMethods(VmType owner) {
        return calledByOwner.getOrDefault(owner, List.of());
    }

    /** Returns the types with instances that may receive a call of {@code method}. */
    List<VmType> receivers(VmMethod method) {
        return instantiatedBySupertype.getOrDefault(method.owner(), List.of());
    }
}
