package org.bulkhead.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bulkhead.boot.testkit.BootTestkit;
import org.bulkhead.builder.UserProblem;
import org.bulkhead.builder.manifest.BootSet;
import org.bulkhead.builder.module.HostLoader;
import org.bulkhead.builder.volume.ImageVolume;
import org.bulkhead.builder.volume.VolumeContents;
import org.bulkhead.isolate.Grants;
import org.bulkhead.isolate.Isolate;
import org.bulkhead.isolate.manifest.Limits;
import org.bulkhead.isolate.manifest.Program;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodNode;

/** Jars that cannot become modules are refused with one exact line, by the classes of the loader: here on the host, where all of them take no longer than one in the emulator. */
class RefusedJarsTest {
    private static final String HERE = "org.bulkhead.boot.RefusedJarsTest";

    private static final int TOO_LARGE = 17 << 20;

    @RegisterExtension
    final BootTestkit kit = new BootTestkit();

    private ImageVolume volume;
    private HostLoader loader;

    @BeforeEach
    void open() {
        volume = ImageVolume.open(kit.image(BootSet.SHIPPING, VolumeContents.USUAL_MEGABYTES));
        loader = HostLoader.of(volume);
    }

    @AfterEach
    void close() {
        volume.close();
    }

    private void assertRefused(String expected, byte[] jar) {
        assertEquals("x.jar: " + expected, assertThrows(UserProblem.class, () -> loader.make(List.of(jar), "x.jar")).getMessage());
    }

    /** Returns a jar of a program and others. */
    private static byte[] jar(Class<?> program, Map<String, byte[]> others) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>(Map.of(Type.getInternalName(program), Jars.classFile(program)));
        files.putAll(others);
        return Jars.of(files);
    }

    /** Returns the line of the first instruction of {@code run}. */
    private static int line(Class<?> program) throws IOException {
        ClassNode node = new ClassNode();
        new ClassReader(Jars.classFile(program)).accept(node, 0);
        for (MethodNode method : node.methods) {
            for (AbstractInsnNode each : method.instructions) {
                if (method.name.equals("run") && each instanceof LineNumberNode number) {
                    return number.line;
                }
            }
        }
        throw new AssertionError(program + " was compiled without line numbers");
    }

    /** Returns a class without any members. */
    private static byte[] empty(String name, String superclass) {
        ClassWriter writer = new ClassWriter(0);
        writer.visit(Opcodes.V17, Opcodes.ACC_PUBLIC | Opcodes.ACC_SUPER, name, null, superclass, null);
        writer.visitEnd();
        return writer.toByteArray();
    }

    /** Returns the class file of a good program that now asks for more memory than any may have. */
    private static byte[] greedy() throws IOException {
        ClassWriter writer = new ClassWriter(0);
        new ClassReader(Jars.classFile(Good.class)).accept(new ClassVisitor(Opcodes.ASM9, writer) {
            @Override
            public AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
                AnnotationVisitor limits = super.visitAnnotation(Type.getDescriptor(Limits.class), visible);
                limits.visit("heap", "2000M");
                limits.visitEnd();
                return super.visitAnnotation(descriptor, visible);
            }
        }, 0);
        return writer.toByteArray();
    }

    /** A program that waits for nothing. */
    abstract static class Base implements Isolate {
        Base(Grants grants) {
            grants.manifest();
        }

        @Override
        public void run() {
            throw new IllegalStateException("nobody installs this");
        }

        /** Is in nobody's way. */
        static void helpful() {
            throw new IllegalStateException("nobody calls this");
        }
    }

    @Program(name = "orphan")
    public static final class Orphan extends Base {
        public Orphan(Grants grants) {
            super(grants);
        }
    }

    @Program(name = "caller")
    public static final class Caller implements Isolate {
        public Caller(Grants grants) {
            grants.manifest();
        }

        @Override
        public void run() {
            Base.helpful();
        }
    }

    /** Only its verification needs the class that is missing. */
    @Program(name = "guess")
    public static final class Guess implements Isolate {
        private final Grants grants;

        public Guess(Grants grants) {
            this.grants = grants;
        }

        @Override
        public void run() {
            grants.manifest();
            widen(null);
        }

        private static Exception widen(Lost lost) {
            return lost;
        }
    }

    /** Is in no jar. */
    static final class Lost extends Exception {
        private static final long serialVersionUID = 1;
    }

    @Program(name = "stranger")
    public static final class Stranger implements Isolate {
        public Stranger(Grants grants) {
            grants.manifest();
        }

        @Override
        public void run() {
            elsewhere();
        }

        private static native void elsewhere();
    }

    /** A program that another could be. */
    @Program(name = "good")
    public static final class Good implements Isolate {
        public Good(Grants grants) {
            grants.manifest();
        }

        @Override
        public void run() {
            throw new IllegalStateException("nobody installs this");
        }
    }

    @Test
    void whatIsNoProgramIsRefused() throws IOException {
        assertRefused("it has no zip end record: it is truncated, or no archive: build the jar again", Arrays.copyOf(jar(Good.class, Map.of()), 300));
        assertRefused("it has " + TOO_LARGE + " bytes, more than the 16777216 that are allowed: make it smaller", new byte[TOO_LARGE]);
        assertRefused("it has no manifest: annotate the program's class with @Driver, @Server or @Program, or name the Main-Class of a Java program in META-INF/MANIFEST.MF", Jars.of(Map.of("p/A", empty("p/A", "java/lang/Object"))));
        assertRefused("it has the programs good, stranger: say which, with the name behind the jar", jar(Good.class, Map.of(Type.getInternalName(Stranger.class), Jars.classFile(Stranger.class))));
        assertRefused("class p.A lies in the place of another: its file holds p.B; build the jar again", jar(Good.class, Map.of("p/A", empty("p/B", "java/lang/Object"))));
        assertRefused("class java.util.Mine is in a package of the system's: give it another package", jar(Good.class, Map.of("java/util/Mine", empty("java/util/Mine", "java/lang/Object"))));
    }

    @Test
    void limitsBeyondThoseOfAllProgramsAreRefused() throws IOException {
        String refused = assertThrows(UserProblem.class, () -> loader.make(List.of(Jars.of(Map.of(Type.getInternalName(Good.class), greedy()))), "x.jar")).getMessage();
        assertTrue(refused.matches("x\\.jar: RefusedJarsTest\\.java:\\d+: the heap \"2000M\" is out of range: 256K to 1024M"), refused);
    }

    @Test
    void whatDoesNotLinkIsRefused() throws IOException {
        String base = Type.getInternalName(Base.class);
        assertRefused("class " + HERE + "$Base is not on the class path, but " + HERE + "$Orphan needs it", jar(Orphan.class, Map.of()));
        assertRefused("class " + HERE + "$Base does not exist, and " + HERE + "$Caller.run()V, line " + line(Caller.class) + ", needs it: put into the jar what it was compiled against", jar(Caller.class, Map.of()));
        assertRefused("method " + HERE + "$Base.helpful()V does not exist, and " + HERE + "$Caller.run()V, line " + line(Caller.class) + ", needs it: put into the jar what it was compiled against",
            jar(Caller.class, Map.of(base, empty(base, "java/lang/Object"))));
        assertRefused("1 native method(s) without an implementation are reachable; substitute them or cut the path: " + HERE + "$Stranger.elsewhere()V needed by " + HERE
            + "$Stranger.run()V needed by org.bulkhead.isolate.Isolate.run()V", jar(Stranger.class, Map.of()));
    }

    @Test
    void codeThatCannotBeVerifiedIsRefusedUnlessNobodyReachesIt() throws IOException {
        assertRefused("class " + HERE + "$Guess, method widen(L" + Type.getInternalName(Lost.class) + ";)Ljava/lang/Exception;, offset 1: class " + HERE
            + "$Lost is missing, and without it this cannot be verified: put it into the jar", jar(Guess.class, Map.of()));
        assertTrue(loader.make(List.of(jar(Good.class, Map.of("p/A", empty("p/A", "elsewhere/Optional")))), "x.jar").methods() > 0);
    }
}
