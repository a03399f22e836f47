package org.bulkhead.modules;

import java.nio.charset.StandardCharsets;
import org.bulkhead.isolate.Grants;
import org.bulkhead.isolate.Isolate;
import org.bulkhead.isolate.manifest.Manifest;
import org.bulkhead.isolate.manifest.ManifestCodec;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.commons.GeneratorAdapter;
import org.objectweb.asm.commons.Method;
import org.objectweb.asm.tree.ClassNode;

/** Writes the class that a module's isolate begins with: {@code static void start(int program, int incarnation, long argument)} makes the program, with grants as its manifest says, and runs it. */
final class StartClass {
    /** Internal name of the class. */
    static final String NAME = "org/bulkhead/modules/Start$Made";
    /** Its method. */
    static final String METHOD = "start";

    private static final Type GRANTS = Type.getType(Grants.class);
    private static final Method INSTALLED = new Method("installed", GRANTS, new Type[] {Type.getType(String.class), Type.INT_TYPE, Type.INT_TYPE, Type.LONG_TYPE});
    private static final int STACK = 8;

    private StartClass() {}

    /** Returns the class for the program of a manifest. */
    static ClassNode of(Manifest manifest) {
        ClassNode node = new ClassNode(Opcodes.ASM9);
        node.visit(Opcodes.V17, Opcodes.ACC_PUBLIC | Opcodes.ACC_FINAL | Opcodes.ACC_SUPER | Opcodes.ACC_SYNTHETIC, NAME, null, "java/lang/Object", null);
        Method start = new Method(METHOD, Type.VOID_TYPE, new Type[] {Type.INT_TYPE, Type.INT_TYPE, Type.LONG_TYPE});
        GeneratorAdapter code = new GeneratorAdapter(Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC, start, null, null, node);
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
        code.visitMaxs(STACK, start.getArgumentTypes().length + 1);
        code.visitEnd();
        node.visitEnd();
        return node;
    }
}
