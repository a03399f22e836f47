package org.bulkhead.vm.verifier;

import java.util.HashSet;
import java.util.Set;
import org.bulkhead.vm.verifier.format.ClassFile;
import org.bulkhead.vm.verifier.format.Flags;
import org.bulkhead.vm.verifier.format.MemberDeclaration;
import org.bulkhead.vm.verifier.types.MethodVerifier;

/** Decides whether a class file may be compiled. */
public final class Verifier {
    private static final String UNNAMED = "in this file";

    private Verifier() {}

    /**
     * Verifies a class file of Java 1.1 to 17: its format, its place under its superclass, and the code of all its methods.
     *
     * @param bytes of the class file; are not changed, and need not be a class file
     * @param hierarchy finds the other classes, and the class itself
     * @return the internal name of the class
     * @throws VerificationProblem if it is refused; no other exception leaves because of what is in {@code bytes}
     */
    public static String verify(byte[] bytes, ClassHierarchy hierarchy) {
        Site site = new Site(UNNAMED);
        ClassFile file = new ClassFile(bytes, site);
        checkSuperclass(file, hierarchy, site);
        for (MemberDeclaration method : file.methods()) {
            site.enterMethod(method.name() + method.descriptor());
            checkOverride(file, method, hierarchy, site);
            if (method.code() != null) {
                MethodVerifier.verify(file, method, hierarchy, site);
            }
        }
        return file.name();
    }

    private static void checkSuperclass(ClassFile file, ClassHierarchy hierarchy, Site site) {
        if (file.superclass() == null) {
            return;
        }
        ClassView superclass = hierarchy.find(file.superclass());
        if (superclass == null) {
            throw site.missing(file.superclass());
        }
        if (superclass.isFinal()) {
            throw site.unverifiable("its superclass " + file.superclass().replace('/', '.') + " is final");
        }
        if (superclass.isInterface() && !file.isInterface()) {
            throw site.unverifiable("its superclass " + file.superclass().replace('/', '.') + " is an interface");
        }
        checkCircle(file, hierarchy, site);
        for (String each : file.interfaces()) {
            ClassView view = hierarchy.find(each);
            if (view != null && !view.isInterface()) {
                throw site.unverifiable("its superinterface " + each.replace('/', '.') + " is a class");
            }
        }
    }

    /** The superclasses of all rules that follow come to an end. */
    private static void checkCircle(ClassFile file, ClassHierarchy hierarchy, Site site) {
        Set<String> seen = new HashSet<>();
        seen.add(file.name());
        for (String each = file.superclass(); each != null;) {
            if (!seen.add(each)) {
                throw site.unverifiable("its superclasses run in a circle through " + each.replace('/', '.'));
            }
            ClassView view = hierarchy.find(each);
            if (view == null) {
                throw site.missing(each);
            }
            each = view.superclass();
        }
    }

    /** JVMS 4.10.1.5: a final method is not overridden. */
    private static void checkOverride(ClassFile file, MemberDeclaration method, ClassHierarchy hierarchy, Site site) {
        if (file.isInterface() || method.isStatic() || method.isConstructor() || (method.access() & Flags.PRIVATE) != 0) {
            return;
        }
        for (String each = file.superclass(); each != null;) {
            ClassView view = hierarchy.find(each);
            if (view == null) {
                throw site.missing(each);
            }
            int access = view.methodAccess(method.name(), method.descriptor());
            boolean visible = (access & (Flags.PUBLIC | Flags.PROTECTED)) != 0 || (access & Flags.PRIVATE) == 0 && packageOf(each).equals(packageOf(file.name()));
            if (access != ClassView.NOT_DECLARED && (access & Flags.FINAL) != 0 && (access & Flags.STATIC) == 0 && visible) {
                throw site.unverifiable("it overrides a final method of " + each.replace('/', '.'));
            }
            each = view.superclass();
        }
    }

    private static String packageOf(String name) {
        return name.substring(0, name.lastIndexOf('/') + 1);
    }
}
