package org.bulkhead.modules;

import java.util.Collection;
import java.util.function.Consumer;
import org.bulkhead.isolate.message.MessageQueue;
import org.bulkhead.vm.compiler.model.TypeSystem;
import org.bulkhead.vm.compiler.model.VmType;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.commons.GeneratorAdapter;
import org.objectweb.asm.commons.Method;
import org.objectweb.asm.tree.ClassNode;

/** The clients of some protocols, as code: an image has such a table of the protocols that its programs serve, a module one of those that it knows besides. */
public final class ClientTable {
    /** Internal name of the class that has the image's. */
    public static final String IMAGE_CLASS = "org/bulkhead/isolate/ProtocolClients";

    private static final String SUFFIX = "Client";
    private static final Type CLASS = Type.getType(Class.class);
    private static final Type QUEUE = Type.getType(MessageQueue.class);
    private static final Method MAKE = new Method("<init>", Type.VOID_TYPE, new Type[] {QUEUE});
    private static final int STACK = 4;

    private ClientTable() {}

    /** {@return whether a type is a protocol of which there is a client: an interface that was compiled with the annotation processor} */
    public static boolean hasClient(TypeSystem types, Type protocol) {
        VmType client = types.find(client(protocol).getInternalName());
        VmType served = types.find(protocol.getInternalName());
        return client != null && served != null && served.isInterface() && client.isSubtypeOf(served) && client.declaredMethod(MAKE.getName(), MAKE.getDescriptor()) != null;
    }

    /**
     * Writes a public static method whose arguments are a class and a queue. For one of {@code protocols} it returns a new client of the queue.
     *
     * @param owner gets the method
     * @param method its first argument is a {@code Class}, its second a {@code MessageQueue} or of a supertype
     * @param protocols those that {@linkplain #hasClient have clients}
     * @param rest writes what is done for others
     */
    public static void write(ClassNode owner, Method method, Collection<Type> protocols, Consumer<GeneratorAdapter> rest) {
        GeneratorAdapter code = new GeneratorAdapter(Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC, method, null, null, owner);
        Type[] arguments = method.getArgumentTypes();
        Object[] frame = {arguments[0].getInternalName(), arguments[1].getInternalName()};
        code.visitCode();
        for (Type each : protocols) {
            Label next = code.newLabel();
            code.loadArg(0);
            code.push(each);
            code.ifCmp(CLASS, GeneratorAdapter.NE, next);
            code.newInstance(client(each));
            code.dup();
            code.loadArg(1);
            if (!arguments[1].equals(QUEUE)) {
                code.checkCast(QUEUE);
            }
            code.invokeConstructor(client(each), MAKE);
            code.returnValue();
            code.mark(next);
            code.visitFrame(Opcodes.F_NEW, frame.length, frame, 0, null);
        }
        rest.accept(code);
        code.visitMaxs(STACK, arguments.length);
        code.visitEnd();
    }

    /** Returns the class that the annotation processor makes for a protocol: nested names are joined. */
    private static Type client(Type protocol) {
        String name = protocol.getInternalName();
        int simple = name.lastIndexOf('/') + 1;
        return Type.getObjectType(name.substring(0, simple) + name.substring(simple).replace("$", "") + SUFFIX);
    }
}
