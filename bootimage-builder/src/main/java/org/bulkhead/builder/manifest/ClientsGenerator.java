package org.bulkhead.builder.manifest;

import java.util.Collection;
import java.util.List;
import org.bulkhead.isolate.message.MessageQueue;
import org.bulkhead.modules.ClientTable;
import org.bulkhead.vm.compiler.model.TypeSystem;
import org.bulkhead.vm.compiler.model.VmType;
import org.bulkhead.vm.runtime.ModuleProgram;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.commons.GeneratorAdapter;
import org.objectweb.asm.commons.Method;
import org.objectweb.asm.tree.AnnotationNode;
import org.objectweb.asm.tree.ClassNode;

/**
 * Writes the class {@code org.bulkhead.isolate.ProtocolClients} of an image: {@code static Object client(Class<?> protocol, MessageQueue queue)}, which knows all protocols that are served in it, and asks the isolate's
 * module for others.
 */
final class ClientsGenerator {
    private static final Type OBJECT = Type.getType(Object.class);
    private static final Type CLASS = Type.getType(Class.class);
    private static final Type QUEUE = Type.getType(MessageQueue.class);
    private static final Type STRING = Type.getType(String.class);
    private static final Type EXCEPTION = Type.getType(IllegalArgumentException.class);
    private static final Method CLIENT = new Method("client", OBJECT, new Type[] {CLASS, QUEUE});
    private static final Method MODULE_CLIENT = new Method("moduleClient", OBJECT, new Type[] {CLASS, OBJECT});

    private final TypeSystem types;
    private final Collection<Type> protocols;

    /** Makes clients of {@code protocols}; those that the annotation processor has made none for are left out. */
    ClientsGenerator(TypeSystem types, Collection<Type> protocols) {
        this.types = types;
        this.protocols = protocols;
    }

    /** Returns the protocol that a program serves, null for none. */
    static Type protocol(VmType program) {
        for (var list : new List<?>[] {program.node().visibleAnnotations, program.node().invisibleAnnotations}) {
            for (Object each : list == null ? List.of() : list) {
                List<Object> values = ((AnnotationNode) each).values;
                int at = values == null ? -1 : values.indexOf("serves");
                if (at >= 0 && values.get(at + 1) instanceof Type type && type.getSort() == Type.OBJECT) {
                    return type;
                }
            }
        }
        return null;
    }

    ClassNode generate() {
        ClassNode node = new ClassNode(Opcodes.ASM9);
        node.visit(Opcodes.V17, Opcodes.ACC_FINAL | Opcodes.ACC_SUPER, ClientTable.IMAGE_CLASS, null, OBJECT.getInternalName(), null);
        node.visitSource("ProtocolClients.java", null);
        ClientTable.write(node, CLIENT, protocols.stream().filter(each -> ClientTable.hasClient(types, each)).toList(), ClientsGenerator::askModule);
        node.visitEnd();
        return node;
    }

    private static void askModule(GeneratorAdapter code) {
        code.loadArgs();
        code.visitMethodInsn(Opcodes.INVOKESTATIC, Type.getInternalName(ModuleProgram.class), MODULE_CLIENT.getName(), MODULE_CLIENT.getDescriptor(), true);
        code.dup();
        Label none = code.newLabel();
        code.ifNull(none);
        code.returnValue();
        code.mark(none);
        code.visitFrame(Opcodes.F_NEW, 2, new Object[] {CLASS.getInternalName(), QUEUE.getInternalName()}, 1, new Object[] {OBJECT.getInternalName()});
        code.pop();
        code.newInstance(EXCEPTION);
        code.dup();
        code.push("neither a service of the image nor the program's own jar has a client of this protocol, compile it with isolate-processor on javac's class path: ");
        code.loadArg(0);
        code.invokeVirtual(CLASS, new Method("getName", STRING, new Type[0]));
        code.invokeVirtual(STRING, new Method("concat", STRING, new Type[] {STRING}));
        code.invokeConstructor(EXCEPTION, new Method("<init>", Type.VOID_TYPE, new Type[] {STRING}));
        code.throwException();
    }
}
