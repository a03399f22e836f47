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
    /** Is told once of each pair of a called method and a type with instances that may receive the call, unless the base has both. */
    interface Pairs {
        void reached(VmMethod called, VmType receiver);
    }

    private final Pairs pairs;
    private final Base base;
    private final Set<VmMethod> called = new LinkedHashSet<>();
    private final Set<VmType> instantiated = new LinkedHashSet<>();
    private final Map<VmType, List<VmMethod>> calledByOwner = new HashMap<>();
    /** Without the base's, which are asked for only where a new call may reach them. */
    private final Map<VmType, List<VmType>> instantiatedBySupertype = new HashMap<>();

    DispatchTable(Base base, Pairs pairs) {
        this.base = base;
        this.pairs = pairs;
    }

    /** Adds a type with instances; returns whether it is new. */
    boolean addInstantiated(VmType type) {
        return !base.isInstantiated(type) && instantiated.add(type);
    }

    /** Reports the calls that a type just added may receive. */
    void dispatchTo(VmType type) {
        for (VmType supertype : type.supertypes()) {
            instantiatedBySupertype.computeIfAbsent(supertype, key -> new ArrayList<>()).add(type);
            for (VmMethod method : List.copyOf(calledOf(supertype))) {
                pairs.reached(method, type);
            }
        }
    }

    /** Adds a method that is called through a table; returns whether it is new. */
    boolean addCalled(VmMethod method) {
        return !base.isCalled(method) && called.add(method);
    }

    /** Reports the types that may receive a call just added. */
    void dispatch(VmMethod method) {
        calledOf(method.owner()).add(method);
        for (VmType type : receivers(method)) {
            pairs.reached(method, type);
        }
    }

    boolean isInstantiated(VmType type) {
        return instantiated.contains(type) || base.isInstantiated(type);
    }

    Set<VmMethod> called() {
        return called;
    }

    int instantiatedCount() {
        return instantiated.size();
    }

    /** Returns the methods of {@code owner} that are called through tables. */
    List<VmMethod> calledMethods(VmType owner) {
        return calledOf(owner);
    }

    /** Returns the types with instances that may receive a call of {@code method}. */
    List<VmType> receivers(VmMethod method) {
        List<VmType> all = new ArrayList<>(base.instantiatedSubtypes(method.owner()));
        all.addAll(instantiatedBySupertype.getOrDefault(method.owner(), List.of()));
        return all;
    }

    private List<VmMethod> calledOf(VmType owner) {
        return calledByOwner.computeIfAbsent(owner, key -> new ArrayList<>(base.calledMethods(key)));
    }
}
