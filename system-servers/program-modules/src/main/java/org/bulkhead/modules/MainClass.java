package org.bulkhead.modules;

import java.util.Locale;
import org.bulkhead.isolate.Grants;
import org.bulkhead.isolate.manifest.Manifest;
import org.bulkhead.isolate.manifest.Rank;
import org.bulkhead.isolate.manifest.RestartPolicy;
import org.bulkhead.isolate.manifest.StartMode;
import org.bulkhead.isolate.program.JavaProgram;
import org.bulkhead.isolate.protocol.Loader;
import org.bulkhead.isolate.protocol.Terminals;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.commons.GeneratorAdapter;
import org.objectweb.asm.commons.Method;
import org.objectweb.asm.tree.ClassNode;

/** Makes an isolate of an ordinary Java program: a class that calls its main method, and a manifest with a terminal and no other right. */
final class MainClass {
    /** Internal name of the class. */
    static final String NAME = "org/bulkhead/modules/Main$Made";

    private static final Type PROGRAM = Type.getType(JavaProgram.class);
    private static final Method MAKE = new Method("<init>", Type.VOID_TYPE, new Type[] {Type.getType(Grants.class)});
    private static final Method MAIN = new Method("main", Type.VOID_TYPE, new Type[] {Type.getType(String[].class)});
    private static final int HEAP = 64 << 20;
    /** It serves nobody; a manifest has a queue all the same. */
    private static final int QUEUE = 2;
    private static final int STACK = 2;

    private MainClass() {}

    /** Returns a class that runs the main method of the class {@code main}, whose name has dots. */
    static ClassNode of(String main) {
        ClassNode node = new ClassNode(Opcodes.ASM9);
        node.visit(Opcodes.V17, Opcodes.ACC_PUBLIC | Opcodes.ACC_FINAL | Opcodes.ACC_SUPER | Opcodes.ACC_SYNTHETIC, NAME, null, PROGRAM.getInternalName(), null);
        GeneratorAdapter make = new GeneratorAdapter(Opcodes.ACC_PUBLIC, MAKE, null, null, node);
        make.visitCode();
        make.loadThis();
        make.loadArgs();
        make.invokeConstructor(PROGRAM, MAKE);
        end(make);
        GeneratorAdapter run = new GeneratorAdapter(Opcodes.ACC_PROTECTED, MAIN, null, null, node);
        run.visitCode();
        run.loadArgs();
        run.invokeStatic(Type.getObjectType(main.replace('.', '/')), MAIN);
        end(run);
        node.visitEnd();
        return node;
    }

    private static void end(GeneratorAdapter code) {
        code.returnValue();
        code.visitMaxs(STACK, STACK);
        code.visitEnd();
    }

    /** Returns the manifest of the program whose main class is {@code main}: it is named after the class. */
    static Manifest manifest(String main) {
        return new Manifest.Builder(0, name(main), NAME.replace('/', '.')).rank(Rank.PROGRAM).start(StartMode.ON_REQUEST).usesService(Terminals.SERVICE)
            .heapBytes(HEAP).cpuPercent(100).queueSlots(QUEUE).restarts(RestartPolicy.TEMPORARY, 1, 1).build();
    }

    /** Returns what is left of a class's simple name when only what a program's name may have is taken: Hello gives hello. */
    private static String name(String main) {
        int start = Math.max(main.lastIndexOf('.'), main.lastIndexOf('$')) + 1;
        StringBuilder name = new StringBuilder();
        for (char each : main.substring(start).toLowerCase(Locale.ROOT).toCharArray()) {
            boolean possible = each >= 'a' && each <= 'z' || each >= '0' && each <= '9';
            if (possible && name.length() < Loader.NAME_LIMIT) {
                name.append(each);
            }
        }
        return name.isEmpty() ? "program" : name.toString();
    }
}
