package org.bulkhead.modules;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** The classes whose {@code Class} object code names, as in {@code services.connect("printer0", Printer.class)}. */
final class NamedClasses {
    private final Set<Type> found = new TreeSet<>((one, other) -> one.getInternalName().compareTo(other.getInternalName()));

    /** Adds those that the code of a class names; it must be well-formed. */
    void add(byte[] classFile) {
        new ClassReader(classFile).accept(new ClassVisitor(Opcodes.ASM9) {
            @Override
            public MethodVisitor visitMethod(int access, String name, String descriptor, String signature, String[] exceptions) {
                return new MethodVisitor(Opcodes.ASM9) {
                    @Override
                    public void visitLdcInsn(Object value) {
                        if (value instanceof Type type && type.getSort() == Type.OBJECT) {
                            found.add(type);
                        }
                    }
                };
            }
        }, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    }

    /** Returns them, in the order of their names. */
    Set<Type> all() {
        return Collections.unmodifiableSet(found);
    }
}
