package org.bulkhead.vm.verifier.types;

import org.bulkhead.vm.verifier.ClassHierarchy;
import org.bulkhead.vm.verifier.ClassView;
import org.bulkhead.vm.verifier.Site;
import org.bulkhead.vm.verifier.types.VerificationType.Kind;

/**
 * Which types may stand for which (JVMS 4.10.1.2). Interfaces count as Object here, as the specification has it: what is called on them is checked when it is called.
 *
 * <p>A class that is missing has no instances, so anything may pass for one of its type, and nothing that claims to be of its type passes for something else.
 */
final class Assignability {
    private static final String OBJECT = "java/lang/Object";
    /** Longer chains of superclasses than any real one; a circle is noticed by it. */
    private static final int MAX_DEPTH = 1000;

    private final ClassHierarchy hierarchy;
    private final Site site;

    Assignability(ClassHierarchy hierarchy, Site site) {
        this.hierarchy = hierarchy;
        this.site = site;
    }

    /** Returns whether a value of type {@code from} may be used where one of type {@code to} is wanted. */
    boolean isAssignable(VerificationType from, VerificationType to) {
        if (to.kind() == Kind.TOP || from.equals(to)) {
            return true;
        }
        if (to.kind() != Kind.OBJECT) {
            return false;
        }
        return from.kind() == Kind.NULL || from.kind() == Kind.OBJECT && isJavaAssignable(from.name(), to.name());
    }

    private boolean isJavaAssignable(String from, String to) {
        if (from.equals(to) || to.equals(OBJECT)) {
            return true;
        }
        if (to.charAt(0) == '[') {
            return from.charAt(0) == '[' && isComponentAssignable(from.substring(1), to.substring(1));
        }
        ClassView target = hierarchy.find(to);
        if (target == null || target.isInterface()) {
            return from.charAt(0) != '[' || target == null || to.equals("java/lang/Cloneable") || to.equals("java/io/Serializable");
        }
        return from.charAt(0) != '[' && isSubclass(from, to);
    }

    private boolean isComponentAssignable(String from, String to) {
        if (from.equals(to)) {
            return true;
        }
        VerificationType source = VerificationType.ofDescriptor(from, 0);
        VerificationType target = VerificationType.ofDescriptor(to, 0);
        return source.kind() == Kind.OBJECT && target.kind() == Kind.OBJECT && isJavaAssignable(source.name(), target.name());
    }

    /** Returns whether a class has another among its superclasses, or is it. */
    boolean isSubclass(String from, String to) {
        String each = from;
        for (int depth = 0; each != null; depth++) {
            if (each.equals(to)) {
                return true;
            }
            ClassView view = hierarchy.find(each);
            if (view == null) {
                throw site.missing(each);
            }
            if (depth > MAX_DEPTH) {
                throw site.unverifiable("class " + from.replace('/', '.') + " is its own superclass");
            }
            each = view.superclass();
        }
        return false;
    }

    /** Returns the narrowest type that both may stand for; TOP if there is none. For code without stack maps (JVMS 4.10.2.2). */
    VerificationType merge(VerificationType one, VerificationType other) {
        if (one.equals(other)) {
            return one;
        }
        if (one.kind() == Kind.NULL && other.kind() == Kind.OBJECT) {
            return other;
        }
        if (other.kind() == Kind.NULL && one.kind() == Kind.OBJECT) {
            return one;
        }
        if (one.kind() != Kind.OBJECT || other.kind() != Kind.OBJECT) {
            return VerificationType.TOP;
        }
        if (one.isArray() && other.isArray()) {
            VerificationType first = VerificationType.ofDescriptor(one.elementDescriptor(), 0);
            VerificationType second = VerificationType.ofDescriptor(other.elementDescriptor(), 0);
            boolean references = first.kind() == Kind.OBJECT && second.kind() == Kind.OBJECT;
            return references ? merge(first, second).array() : VerificationType.OBJECT;
        }
        return one.isArray() || other.isArray() ? VerificationType.OBJECT : commonSuperclass(one.name(), other.name());
    }

    private VerificationType commonSuperclass(String one, String other) {
        ClassView first = hierarchy.find(one);
        ClassView second = hierarchy.find(other);
        if (first == null || second == null || first.isInterface() || second.isInterface()) {
            return VerificationType.OBJECT;
        }
        String each = one;
        while (each != null && !isSubclass(other, each)) {
            ClassView view = hierarchy.find(each);
            each = view == null ? null : view.superclass();
        }
        return each == null ? VerificationType.OBJECT : VerificationType.object(each);
    }
}
