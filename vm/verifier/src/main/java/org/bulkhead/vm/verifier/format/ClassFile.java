package org.bulkhead.vm.verifier.format;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bulkhead.vm.verifier.Site;

/** A class file whose format has been checked (JVMS 4.8): everything but the instructions of its methods. */
public final class ClassFile {
    private static final int MAGIC = 0xCAFEBABE;
    private static final String OBJECT = "java/lang/Object";

    private final ClassVersion version;
    private final ConstantPool constants;
    private final int access;
    private final String name;
    private final String superclass;
    private final List<String> interfaces = new ArrayList<>();
    private final List<MemberDeclaration> fields = new ArrayList<>();
    private final List<MemberDeclaration> methods = new ArrayList<>();

    /**
     * Reads a class file.
     *
     * @throws org.bulkhead.vm.verifier.VerificationProblem if its format is broken
     */
    public ClassFile(byte[] bytes, Site site) {
        ClassBytes in = new ClassBytes(bytes, 0, bytes.length, "the class file", site);
        if (in.s4() != MAGIC) {
            throw site.malformed("it does not begin with 0xCAFEBABE, as class files do");
        }
        int minor = in.u2();
        version = new ClassVersion(in.u2(), minor);
        if (!version.isSupported()) {
            throw site.malformed("it has version " + version + "; versions 45 to 61.0 are supported: compile it for Java 17 or older, without preview features");
        }
        constants = new ConstantPool(in, bytes, version, site);
        access = in.u2();
        if ((access & Flags.MODULE) != 0) {
            throw site.malformed("it is a module-info, not a class");
        }
        name = constants.plainClassName(in.u2(), "the class's own name");
        site.enterClass(name);
        Flags.checkClass(access, version, site, "the class");
        superclass = constants.optionalClassName(in.u2(), "the superclass");
        checkSuperclass(site);
        Set<String> seen = new HashSet<>();
        for (int count = in.u2(); count > 0; count--) {
            String each = constants.plainClassName(in.u2(), "a superinterface");
            if (!seen.add(each)) {
                throw site.malformed("it names the superinterface " + each.replace('/', '.') + " twice");
            }
            interfaces.add(each);
        }
        MemberReader members = new MemberReader(this, site);
        seen.clear();
        for (int count = in.u2(); count > 0; count--) {
            fields.add(members.field(in, seen));
        }
        seen.clear();
        for (int count = in.u2(); count > 0; count--) {
            methods.add(members.method(in, seen));
        }
        int bootstrapMethods = new AttributeReader(this, site).ofClass(in);
        constants.checkBootstrapMethods(bootstrapMethods);
        in.finish();
    }

    private void checkSuperclass(Site site) {
        if (superclass == null) {
            if (!name.equals(OBJECT)) {
                throw site.malformed("it has no superclass, which only java.lang.Object may not have");
            }
        } else if (superclass.startsWith("[")) {
            throw site.malformed("its superclass is the array type " + superclass);
        } else if (isInterface() && !superclass.equals(OBJECT)) {
            throw site.malformed("it is an interface with the superclass " + superclass.replace('/', '.') + " instead of java.lang.Object");
        }
    }

    public ClassVersion version() {
        return version;
    }

    public ConstantPool constants() {
        return constants;
    }

    public boolean isInterface() {
        return (access & Flags.INTERFACE) != 0;
    }

    /** Returns the internal name. */
    public String name() {
        return name;
    }

    /** Returns the internal name of the superclass, null for java.lang.Object. */
    public String superclass() {
        return superclass;
    }

    public List<String> interfaces() {
        return List.copyOf(interfaces);
    }

    public int access() {
        return access;
    }

    public List<MemberDeclaration> fields() {
        return List.copyOf(fields);
    }

    public List<MemberDeclaration> methods() {
        return List.copyOf(methods);
    }
}
