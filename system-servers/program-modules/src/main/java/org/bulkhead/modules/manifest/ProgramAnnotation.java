package org.bulkhead.modules.manifest;

import java.util.Set;
import org.bulkhead.isolate.manifest.Driver;
import org.bulkhead.isolate.manifest.Program;
import org.bulkhead.isolate.manifest.Server;
import org.bulkhead.isolate.manifest.VersionOf;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * What makes a class a program: one of the annotations {@code @Driver}, {@code @Server} and {@code @Program}.
 *
 * @param name the name that the annotation gives to the program
 * @param isVersion whether the program is a version of another
 */
public record ProgramAnnotation(String name, boolean isVersion) {
    private static final Set<String> DESCRIPTORS = Set.of(Type.getDescriptor(Driver.class), Type.getDescriptor(Server.class), Type.getDescriptor(Program.class));
    private static final String VERSION = Type.getDescriptor(VersionOf.class);

    /**
     * Looks for the annotation.
     *
     * @param classFile whose
     * @return what it says, or null if there is none
     */
    public static ProgramAnnotation of(ClassReader classFile) {
        Finder finder = new Finder();
        classFile.accept(finder, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        return finder.name == null ? null : new ProgramAnnotation(finder.name, finder.isVersion);
    }

    private static final class Finder extends ClassVisitor {
        private String name;
        private boolean isVersion;

        Finder() {
            super(Opcodes.ASM9);
        }

        @Override
        public AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
            isVersion |= descriptor.equals(VERSION);
            if (!DESCRIPTORS.contains(descriptor)) {
                return null;
            }
            name = "";
            return new AnnotationVisitor(Opcodes.ASM9) {
                @Override
                public void visit(String key, Object value) {
                    if (key.equals("name")) {
                        name = (String) value;
                    }
                }
            };
        }
    }
}
