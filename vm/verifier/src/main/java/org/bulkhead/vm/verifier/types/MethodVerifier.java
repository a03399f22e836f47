package org.bulkhead.vm.verifier.types;

import org.bulkhead.vm.verifier.ClassHierarchy;
import org.bulkhead.vm.verifier.Site;
import org.bulkhead.vm.verifier.VerificationProblem;
import org.bulkhead.vm.verifier.code.Instructions;
import org.bulkhead.vm.verifier.format.ClassFile;
import org.bulkhead.vm.verifier.format.ClassVersion;
import org.bulkhead.vm.verifier.format.MemberDeclaration;

/** Verifies the code of one method. */
public final class MethodVerifier {
    private MethodVerifier() {}

    /**
     * Verifies a method that has code.
     *
     * @throws VerificationProblem if it breaks a rule
     */
    public static void verify(ClassFile file, MemberDeclaration method, ClassHierarchy hierarchy, Site site) {
        Instructions instructions = new Instructions(file, method.code(), site);
        MethodContext context = new MethodContext(file, method, instructions, hierarchy, site);
        if (file.version().atLeast(ClassVersion.JAVA_7)) {
            new TypeChecker(context).verify();
        } else {
            // Class files of Java 6 may have stack maps, and those that have wrong ones are still good if their types can be found (JVMS 4.10.1); so they need not be looked at.
            new TypeInference(context).verify();
        }
    }
}
