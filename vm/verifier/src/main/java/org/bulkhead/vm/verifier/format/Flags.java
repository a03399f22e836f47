package org.bulkhead.vm.verifier.format;

import org.bulkhead.vm.verifier.Site;

/** Access flags and which of them go together (JVMS 4.1, 4.5 and 4.6). */
public final class Flags {
    public static final int PUBLIC = 0x0001;
    public static final int PRIVATE = 0x0002;
    public static final int PROTECTED = 0x0004;
    public static final int STATIC = 0x0008;
    public static final int FINAL = 0x0010;
    static final int SYNCHRONIZED = 0x0020;
    static final int SUPER = 0x0020;
    static final int VOLATILE = 0x0040;
    static final int TRANSIENT = 0x0080;
    static final int NATIVE = 0x0100;
    static final int INTERFACE = 0x0200;
    static final int ABSTRACT = 0x0400;
    static final int STRICT = 0x0800;
    static final int SYNTHETIC = 0x1000;
    static final int ANNOTATION = 0x2000;
    static final int ENUM = 0x4000;
    static final int MODULE = 0x8000;
    private static final int VISIBILITY = PUBLIC | PRIVATE | PROTECTED;
    /** What else an interface's field may be. */
    private static final int INTERFACE_FIELD = PUBLIC | STATIC | FINAL;

    private Flags() {}

    private static boolean has(int access, int flags) {
        return (access & flags) != 0;
    }

    private static RuntimeException wrong(Site site, String what, int access, String rule) {
        return site.malformed(what + " has the flags 0x" + Integer.toHexString(access) + ": " + rule);
    }

    /** Checks the flags of a class, or those that it gives for one of its inner classes. */
    static void checkClass(int access, ClassVersion version, Site site, String what) {
        boolean javaFive = version.atLeast(ClassVersion.JAVA_5);
        if (has(access, INTERFACE)) {
            // Class files older than Java 6 need not say that an interface is abstract.
            if (!has(access, ABSTRACT) && version.atLeast(ClassVersion.JAVA_6) || has(access, FINAL) || javaFive && has(access, SUPER | ENUM)) {
                throw wrong(site, what, access, "an interface must be abstract and neither final, super nor an enum");
            }
        } else {
            if (has(access, FINAL) && has(access, ABSTRACT)) {
                throw wrong(site, what, access, "a class cannot be final and abstract");
            }
            if (has(access, ANNOTATION) && javaFive) {
                throw wrong(site, what, access, "an annotation must be an interface");
            }
        }
    }

    private static void checkVisibility(int access, Site site, String what) {
        if (Integer.bitCount(access & VISIBILITY) > 1) {
            throw wrong(site, what, access, "it can be only one of public, private and protected");
        }
    }

    static void checkField(int access, boolean inInterface, Site site, String what) {
        checkVisibility(access, site, what);
        if (inInterface) {
            if ((access & INTERFACE_FIELD) != INTERFACE_FIELD || has(access, VOLATILE | TRANSIENT | ENUM)) {
                throw wrong(site, what, access, "a field of an interface must be public static final");
            }
        } else if (has(access, FINAL) && has(access, VOLATILE)) {
            throw wrong(site, what, access, "it cannot be final and volatile");
        }
    }

    static void checkMethod(int access, String name, boolean inInterface, ClassVersion version, Site site, String what) {
        if (name.equals(Names.CLASS_INITIALIZER)) {
            if (version.atLeast(ClassVersion.JAVA_7) && !has(access, STATIC)) {
                throw wrong(site, what, access, "a class initialiser must be static");
            }
            return;
        }
        checkVisibility(access, site, what);
        if (name.equals(Names.CONSTRUCTOR)) {
            if (inInterface) {
                throw site.malformed("an interface cannot have the constructor " + what);
            }
            if (has(access, STATIC | FINAL | SYNCHRONIZED | NATIVE | ABSTRACT)) {
                throw wrong(site, what, access, "a constructor cannot be static, final, synchronized, native, a bridge or abstract");
            }
            return;
        }
        if (inInterface) {
            checkInterfaceMethod(access, version, site, what);
        }
        boolean strictCounts = version.atLeast(ClassVersion.JAVA_1_2) && !version.atLeast(ClassVersion.JAVA_17);
        if (has(access, ABSTRACT) && has(access, PRIVATE | STATIC | FINAL | NATIVE | SYNCHRONIZED | (strictCounts ? STRICT : 0))) {
            throw wrong(site, what, access, "an abstract method cannot be private, static, final, native, synchronized or strict");
        }
    }

    private static void checkInterfaceMethod(int access, ClassVersion version, Site site, String what) {
        if (!version.atLeast(ClassVersion.JAVA_8)) {
            if (!has(access, PUBLIC) || !has(access, ABSTRACT) || has(access, STATIC)) {
                throw wrong(site, what, access, "before Java 8 a method of an interface must be public and abstract");
            }
        } else if (Integer.bitCount(access & (PUBLIC | PRIVATE)) != 1 || has(access, PROTECTED | FINAL | SYNCHRONIZED | NATIVE)) {
            throw wrong(site, what, access, "a method of an interface must be public or private, and cannot be protected, final, synchronized or native");
        }
    }
}
