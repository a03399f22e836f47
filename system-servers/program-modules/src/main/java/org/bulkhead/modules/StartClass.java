package org.bulkhead.modules;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import org.bulkhead.isolate.Grants;
import org.bulkhead.isolate.Isolate;
import org.bulkhead.isolate.manifest.Manifest;
import org.bulkhead.isolate.manifest.ManifestCodec;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.commons.GeneratorAdapter;
import org.objectweb.asm.commons.Method;
import org.objectweb.asm.tree.ClassNode;

/**
 * Writes the class that a module's isolate begins with: {@code static void start(int program, int incarnation, long argument)} makes the program, with grants as its manifest says, and runs it;
 * {@code static Object client(Class protocol, Object queue)} makes clients of the protocols that the module knows and the image does not.
 */
final class StartClass {
    /** Internal name of the class. */
    static final String NAME = "org/bulkhead/modules/Start$Made";

    private static final Method START = new Method("start", Type.VOID_TYPE, new Type[] {Type.INT_TYPE, Type.INT_TYPE, Type.LONG_TYPE});
    private static final Method CLIENT = new Method("client", Type.getType(Object.class), new Type[] {Type.getType(Class.class), Type.getType(Object.class)});
    private static final Type GRANTS = Type.getType(Grants.class);
    private static final Method INSTALLED = new Method("installed", GRANTS, new Type[] {Type.getType(String.class), Type.INT_TYPE, Type.INT_TYPE, Type.LONG_TYPE});
    private static final int STACK = 8;

    private StartClass() {}

    /** Returns the class for the program of a manifest; {@code protocols} have clients. */
    static ClassNode of(Manifest manifest, Collection<Type> protocols) {
        ClassNode node = new ClassNode(Opcodes.ASM9);
        node.visit(Opcodes.V17, Opcodes.ACC_PUBLIC | Opcodes.ACC_FINAL | Opcodes.ACC_SUPER | Opcodes.ACC_SYNTHETIC, NAME, null, "java/lang/Object", null);
        writeStart(node, manifest);
        if (!protocols.isEmpty()) {
            ClientTable.write(node, CLIENT, protocols, code -> {
                code.push((String) null);
                code.returnValue();
            });
        }
        node.visitEnd();
        return node;
    }

    private static void writeStart(ClassNode node, Manifest manifest) {
        GeneratorAdapter code = new GeneratorAdapter(Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC, START, null, null, node);
        code.visitCode();
        Type program = Type.getObjectType(manifest.className().replace('.', '/'));
        code.newInstance(program);
        code.dup();
        // A text with a character for each byte: the one constant of that length that every class can have.
        code.push(new String(ManifestCodec.encode(manifest), StandardCharsets.ISO_8859_1));
        code.loadArgs();
        code.invokeStatic(GRANTS, INSTALLED);
        code.invokeConstructor(program, new Method("<init>", Type.VOID_TYPE, new Type[] {GRANTS}));
        code.invokeInterface(Type.getType(Isolate.class), new Method("run", Type.VOID_TYPE, new Type[0]));
        code.returnValue();
        code.visitMaxs(STACK, START.getArgumentTypes().length + 1);
        code.visitEnd();
    }
}
