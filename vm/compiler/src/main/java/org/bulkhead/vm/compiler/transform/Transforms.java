package org.bulkhead.vm.compiler.transform;

import java.io.IOException;
import java.util.List;
import org.bulkhead.vm.compiler.model.ClassTransform;
import org.bulkhead.vm.compiler.source.ListingSource;

/** The transforms of an image, in the order in which they must run. */
public final class Transforms {
    /** The package, as an internal name, that holds the substitutions of the class library. */
    public static final String SUBSTITUTIONS = "org/bulkhead/vm/runtime/substitute";

    private Transforms() {}

    /**
     * Returns new transforms; like the type system they are for, they belong to one build.
     *
     * @param source all classes of the build: the class path with the substitutions, and the JDK
     * @throws IOException if a substitution cannot be read
     */
    public static List<ClassTransform> forImage(ListingSource source) throws IOException {
        return List.of(new SubstitutionTransform(source, List.of(SUBSTITUTIONS)), new CallSiteTransform(), new VarHandleTransform(source));
    }
}
