package org.bulkhead.programs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/** The lowest layer needs next to nothing of the library, and exercises every bytecode. */
class CoreLayerTest {
    private static final Path CLASSES = Path.of("target", "classes", "org", "bulkhead", "programs", "core");

    /** What core programs may call of the library. Constructors of exceptions are allowed besides. */
    private static final Set<String> ALLOWED = Set.of(
        "java/lang/Object.<init>", "java/lang/Object.equals", "java/lang/Object.hashCode", "java/lang/Object.notify",
        "java/lang/Object.notifyAll", "java/lang/Object.toString", "java/lang/String.length", "java/lang/String.charAt",
        "java/lang/String.equals", "java/lang/String.hashCode", "java/lang/Enum.<init>", "java/lang/Enum.valueOf",
        "java/lang/ExceptionInInitializerError.getCause", "java/util/Objects.requireNonNull");

    /** Not produced by today's compilers from Java source, or only for lambdas, which belong to a higher layer. */
    private static final Set<Integer> UNUSED = Set.of(Opcodes.NOP, Opcodes.JSR, Opcodes.RET, Opcodes.INVOKEDYNAMIC, Opcodes.SWAP);

    @Test
    void callsOnlyTheBareRuntime() throws IOException {
        Set<String> others = new TreeSet<>();
        forEachInstruction((node, instruction) -> {
            if (instruction instanceof MethodInsnNode call && call.owner.startsWith("java/")) {
                boolean exception = call.name.equals("<init>") && (call.owner.endsWith("Exception") || call.owner.endsWith("Error"));
                if (!exception && !ALLOWED.contains(call.owner + "." + call.name)) {
                    others.add(node.name + " calls " + call.owner + "." + call.name);
                }
            } else if (instruction.getOpcode() == Opcodes.INVOKEDYNAMIC) {
                others.add(node.name + " has an invokedynamic");
            }
        });
        assertEquals(Set.of(), others);
    }

    @Test
    void containsEveryBytecode() throws IOException {
        Set<Integer> seen = new TreeSet<>();
        forEachInstruction((node, instruction) -> seen.add(instruction.getOpcode()));
        Set<Integer> missing = new TreeSet<>();
        for (int opcode = Opcodes.NOP; opcode <= Opcodes.IFNONNULL; opcode++) {
            // ASM folds the short forms of loads, stores and constants, and wide and goto_w, into the general ones.
            boolean folded = opcode == 19 || opcode == 20 || opcode >= 26 && opcode <= 45 || opcode >= 59 && opcode <= 78 || opcode == 196;
            if (!folded && !UNUSED.contains(opcode) && !seen.contains(opcode)) {
                missing.add(opcode);
            }
        }
        assertEquals(Set.of(), missing);
    }

    private interface Visitor {
        void visit(ClassNode node, AbstractInsnNode instruction);
    }

    private static void forEachInstruction(Visitor visitor) throws IOException {
        try (Stream<Path> files = Files.walk(CLASSES)) {
            var classes = files.filter(f -> f.toString().endsWith(".class")).toList();
            assertTrue(classes.size() > 100);
            for (Path file : classes) {
                ClassNode node = new ClassNode();
                new ClassReader(Files.readAllBytes(file)).accept(node, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
                for (MethodNode method : node.methods) {
                    for (AbstractInsnNode instruction : method.instructions) {
                        if (instruction.getOpcode() >= 0) {
                            visitor.visit(node, instruction);
                        }
                    }
                }
            }
        }
    }
}
