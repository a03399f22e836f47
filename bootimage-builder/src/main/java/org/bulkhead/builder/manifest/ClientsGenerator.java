package org.bulkhead.builder.manifest;

import java.util.Collection;
import java.util.List;
import org.bulkhead.isolate.message.MessageQueue;
import org.bulkhead.vm.compiler.model.TypeSystem;
import org.bulkhead.vm.compiler.model.VmType;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.commons.GeneratorAdapter;
import org.objectweb.asm.commons.Method;
import org.objectweb.asm.tree.AnnotationNode;
import org.objectweb.asm.tree.ClassNode;

/** Writes the class {@code org.bulkhead.isolate.ProtocolClients} of an image: {@code static Object client(Class<?> protocol, MessageQueue queue)}, which knows all protocols that are served. */
final class ClientsGenerator {
    private static final String NAME = "org/bulkhead/isolate/ProtocolClients";
    private static final String SUFFIX = "Client";
    private static final Type CLASS = Type.getType(Class.class);
    private static final Type QUEUE = Type.getType(MessageQueue.class);
    /** What the locals of {@code client} hold, as a stack map frame says it. */
    private static final Object[] PARAMETERS = {CLASS.getInternalName(), QUEUE.getInternalName()};

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
        node.visit(Opcodes.V17, Opcodes.ACC_FINAL | Opcodes.ACC_SUPER, NAME, null, "java/lang/Object", null);
        node.visitSource("ProtocolClients.java", null);
        GeneratorAdapter code = new GeneratorAdapter(Opcodes.ACC_STATIC, new Method("client", Type.getType(Object.class), new Type[] {CLASS, QUEUE}), null, null, node);
        code.visitCode();
        for (Type each : protocols) {
            Type client = client(each);
            if (types.find(client.getInternalName()) == null) {
                continue;
            }
            Label next = code.newLabel();
            code.loadArg(0);
            code.push(each);
            code.ifCmp(CLASS, GeneratorAdapter.NE, next);
            code.newInstance(client);
            code.dup();
            code.loadArg(1);
            code.invokeConstructor(client, new Method("<init>", Type.VOID_TYPE, new Type[] {QUEUE}));
            code.returnValue();
            code.mark(next);
            code.visitFrame(Opcodes.F_NEW, PARAMETERS.length, PARAMETERS, 0, null);
        }
        code.throwException(Type.getType(IllegalArgumentException.class), "no service of the image serves that protocol, or it was compiled without isolate-processor");
        code.visitMaxs(16, 16);
        code.visitEnd();
        node.visitEnd();
        return node;
    }

    /** Returns the class that the annotation processor makes for a protocol: nested names are joined. */
    private static Type client(Type protocol) {
        String name = protocol.getInternalName();
        int simple = name.lastIndexOf('/') + 1;
        return Type.getObjectType(name.substring(0, simple) + name.substring(simple).replace("$", "") + SUFFIX);
    }
}
