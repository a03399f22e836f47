package org.bulkhead.modules;

import java.util.Set;
import org.bulkhead.vm.compiler.model.TypeSystem;
import org.bulkhead.vm.compiler.model.VmMethod;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.TypeInsnNode;

/**
 * What the code of a jar refers to. On a JVM a name that leads nowhere is an error when it is first used; a driver would find that out while clients wait for it. So what an isolate reaches must be there when it is
 * installed.
 */
final class References {
    /** Their methods have as many descriptors as there are calls. */
    private static final Set<String> POLYMORPHIC = Set.of("java/lang/invoke/MethodHandle", "java/lang/invoke/VarHandle");

    private final TypeSystem types;

    References(TypeSystem types) {
        this.types = types;
    }

    /** Throws ModuleException if the code of a method names a class, a method or a field that does not exist. */
    void check(VmMethod method) throws ModuleException {
        int line = 0;
        for (AbstractInsnNode each : method.node().instructions) {
            if (each instanceof LineNumberNode number) {
                line = number.line;
            }
            String missing = missing(each);
            if (missing != null) {
                throw new ModuleException(missing + " does not exist, and " + method + (line == 0 ? "" : ", line " + line + ",") + " needs it: put into the jar what it was compiled against");
            }
        }
    }

    /** Returns what an instruction names that does not exist, or null. */
    private String missing(AbstractInsnNode instruction) {
        if (instruction instanceof MethodInsnNode call) {
            return POLYMORPHIC.contains(call.owner) || types.resolveMethod(call.owner, call.name, call.desc) != null ? null : member("method", call.owner, call.name + call.desc);
        }
        if (instruction instanceof FieldInsnNode field) {
            return types.resolveField(field.owner, field.name, field.desc) != null ? null : member("field", field.owner, field.name);
        }
        return instruction instanceof TypeInsnNode type && types.find(type.desc) == null ? named(type.desc) : null;
    }

    private String member(String kind, String owner, String name) {
        return types.find(owner) == null ? named(owner) : kind + ' ' + owner.replace('/', '.') + '.' + name;
    }

    private static String named(String type) {
        return "class " + type.replace('/', '.');
    }
}
