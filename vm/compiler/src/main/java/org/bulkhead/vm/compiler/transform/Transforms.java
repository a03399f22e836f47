package org.bulkhead.vm.compiler.transform;

import java.io.IOException;
import java.util.List;
import org.bulkhead.vm.compiler.model.ClassSource;
import org.bulkhead.vm.compiler.model.ClassTransform;
import org.bulkhead.vm.compiler.source.ListingSource;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.MethodNode;

/** The transforms of an image, in the order in which they must run. */
public final class Transforms {
    /** The packages, as internal names, that hold the substitutions of the class library; the second has those that lead to reflection. */
    public static final List<String> SUBSTITUTIONS = List.of("org/bulkhead/vm/runtime/substitute", "org/bulkhead/vm/runtime/substitute/reflect");

    private static final int CLASS_FILE_FLAGS = 0xFFFF;

    private Transforms() {}

    /** Returns whether a transform has added the method to its class. */
    public static boolean isMade(MethodNode method) {
        return (method.access & SyntheticMethods.ACC_MADE) != 0;
    }

    /** Returns the access flags that the method has in its class file. */
    public static int originalAccess(MethodNode method) {
        int flags = method.access & CLASS_FILE_FLAGS;
        return SyntheticMethods.nativeBefore(method.access) == 0 ? flags : flags | Opcodes.ACC_NATIVE;
    }

    /**
     * Finds the substitutions of the class library.
     *
     * @param source all classes of the build: the class path with the substitutions, and the JDK
     * @throws IOException if a substitution cannot be read
     */
    public static SubstitutionTransform substitutions(ListingSource source) throws IOException {
        return new SubstitutionTransform(source, SUBSTITUTIONS);
    }

    /**
     * Returns the transforms of a world; like the type system they are for, they belong to one build.
     *
     * @param source all classes of the build: the class path with the substitutions, and the JDK
     * @throws IOException if a substitution cannot be read
     */
    public static List<ClassTransform> forImage(ListingSource source) throws IOException {
        return forImage(source, substitutions(source));
    }

    /** As the other, with substitutions that were found before; they may serve several type systems, one after the other. */
    public static List<ClassTransform> forImage(ClassSource source, SubstitutionTransform substitutions) {
        return List.of(substitutions, new DigestTransform(), new PatternTransform(), new BundleTransform(), new CallSiteTransform(), new VarHandleTransform(source), new PrivilegedTransform());
    }
}
