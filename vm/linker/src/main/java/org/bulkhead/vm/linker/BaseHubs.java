package org.bulkhead.vm.linker;

import java.util.LinkedHashSet;
import java.util.Set;
import org.bulkhead.vm.compiler.model.VmMethod;
import org.bulkhead.vm.compiler.model.VmType;
import org.bulkhead.vm.runtime.layout.HubLayout;

/** Completes hubs of the base for what is linked now: the base's closed world left out what nothing in it needed. */
final class BaseHubs {
    private final WorldLinker linker;
    private final Closure closure;
    private final HubWriter writer;

    BaseHubs(WorldLinker linker, HubWriter writer) {
        this.linker = linker;
        this.closure = linker.closure();
        this.writer = writer;
    }

    /** Writes tables and lists that are larger than the base's, and points the base's hubs to them. All hubs and all code must have their places. */
    void writeTables() {
        closure.newCalls().forEach(this::completeTables);
        Set<VmType> implementors = new LinkedHashSet<>();
        for (VmType type : closure.hubs()) {
            if (type.isInterface()) {
                implementors.addAll(closure.base().subtypesWithHub(type));
            } else if (type.isArray() && closure.base().hub(type.component()) != 0) {
                linker.replaceWord(closure.base().hub(type.component()) + HubLayout.ARRAY_HUB, linker.hubAddress(type));
            }
        }
        for (VmType type : implementors) {
            linker.replaceWord(linker.hubAddress(type) + HubLayout.INTERFACES, writer.interfaces(type));
        }
    }

    private void completeTables(VmType receiver, Set<VmMethod> called) {
        int hub = linker.hubAddress(receiver);
        boolean hasInterfaceCalls = false;
        for (VmMethod method : called) {
            if (method.owner().isInterface()) {
                hasInterfaceCalls = true;
            } else if (closure.methods().containsKey(receiver.select(method))) {
                linker.replaceWord(hub + HubLayout.VTABLE + Integer.BYTES * method.vtableIndex(), linker.tableEntry(receiver.select(method)));
            }
        }
        if (hasInterfaceCalls) {
            linker.replaceWord(hub + HubLayout.INTERFACE_TABLE, writer.interfaceTable(receiver));
        }
    }

    /** Points hubs to initialisation states and initialisers that the base did not need. All static data must have its place. */
    void writeStates() {
        for (VmType type : closure.lazilyInitialized()) {
            if (closure.base().hub(type) != 0) {
                linker.replaceWord(linker.hubAddress(type) + HubLayout.INIT_STATE, linker.stateAddress(type));
                if (type.classInitializer() != null) {
                    linker.replaceWord(linker.hubAddress(type) + HubLayout.CLASS_INITIALIZER, linker.codeAddress(type.classInitializer()));
                }
            }
        }
    }
}
