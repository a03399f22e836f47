package org.bulkhead.vm.linker.open;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.bulkhead.vm.compiler.model.VmMethod;
import org.bulkhead.vm.compiler.model.VmType;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.TypeInsnNode;

/** Finds the lists of interfaces that methods which make proxies write down. */
final class ProxyCalls {
    private static final String PROXY = "java/lang/reflect/Proxy";
    private static final String CLASS = "java/lang/Class";

    private ProxyCalls() {}

    /** Returns the lists of interfaces, each an array of class literals, in the methods of a type that call Proxy. */
    static Set<List<VmType>> interfacesIn(VmType type) {
        Set<List<VmType>> found = new LinkedHashSet<>();
        for (VmMethod method : type.methods()) {
            if (callsProxy(method)) {
                for (AbstractInsnNode each : method.node().instructions) {
                    if (each instanceof TypeInsnNode array && array.getOpcode() == Opcodes.ANEWARRAY && array.desc.equals(CLASS)) {
                        List<VmType> interfaces = elements(type, array);
                        if (!interfaces.isEmpty() && interfaces.stream().allMatch(VmType::isInterface)) {
                            found.add(interfaces);
                        }
                    }
                }
            }
        }
        return found;
    }

    private static boolean callsProxy(VmMethod method) {
        for (AbstractInsnNode each : method.node().instructions) {
            if (each instanceof MethodInsnNode call && call.owner.equals(PROXY)) {
                return true;
            }
        }
        return false;
    }

    /** The literals stored into a new array, which javac writes as dup, index, literal, aastore; empty if anything else is stored. */
    private static List<VmType> elements(VmType type, AbstractInsnNode array) {
        List<VmType> elements = new ArrayList<>();
        for (AbstractInsnNode dup = next(array); dup != null && dup.getOpcode() == Opcodes.DUP; dup = next(dup)) {
            AbstractInsnNode literal = next(next(dup));
            VmType named = literal instanceof LdcInsnNode constant && constant.cst instanceof Type class_ ? type.types().find(class_.getInternalName()) : null;
            AbstractInsnNode store = named == null ? null : next(literal);
            if (store == null || store.getOpcode() != Opcodes.AASTORE) {
                return List.of();
            }
            elements.add(named);
            dup = store;
        }
        return elements;
    }

    private static AbstractInsnNode next(AbstractInsnNode instruction) {
        AbstractInsnNode next = instruction == null ? null : instruction.getNext();
        while (next != null && next.getOpcode() < 0) {
            next = next.getNext();
        }
        return next;
    }
}
