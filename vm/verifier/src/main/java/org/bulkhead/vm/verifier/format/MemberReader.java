package org.bulkhead.vm.verifier.format;

import java.util.Set;
import org.bulkhead.vm.verifier.Site;

/** Reads the fields and methods of a class file (JVMS 4.5 and 4.6). */
final class MemberReader {
    private static final String NO_ARGUMENTS = "()V";

    private final ClassFile file;
    private final ConstantPool constants;
    private final Site site;

    MemberReader(ClassFile file, Site site) {
        this.file = file;
        this.constants = file.constants();
        this.site = site;
    }

    /** Reads a field; {@code seen} has those before it. */
    MemberDeclaration field(ClassBytes in, Set<String> seen) {
        int access = in.u2();
        String name = constants.text(in.u2(), "the name of a field");
        String descriptor = constants.text(in.u2(), "the descriptor of a field");
        String what = "field " + name + " of type " + descriptor;
        if (!Names.isUnqualified(name) || !Names.isFieldDescriptor(descriptor)) {
            throw site.malformed(what + " has an impossible name or type");
        }
        if (!seen.add(name + ':' + descriptor)) {
            throw site.malformed(what + " is declared twice");
        }
        Flags.checkField(access, file.isInterface(), site, what);
        new AttributeReader(file, site).ofField(in, access, descriptor, what);
        return new MemberDeclaration(access, name, descriptor, null);
    }

    /** Reads a method; {@code seen} has those before it. */
    MemberDeclaration method(ClassBytes in, Set<String> seen) {
        int access = in.u2();
        String name = constants.text(in.u2(), "the name of a method");
        String descriptor = constants.text(in.u2(), "the descriptor of a method");
        String what = name + descriptor;
        site.enterMethod(what);
        boolean special = name.equals(Names.CONSTRUCTOR) || name.equals(Names.CLASS_INITIALIZER);
        if (!special && !Names.isMethodName(name) || !Names.isMethodDescriptor(descriptor)) {
            throw site.malformed("the method has an impossible name or descriptor");
        }
        int receiver = (access & Flags.STATIC) != 0 ? 0 : 1;
        if (Names.argumentSlots(descriptor) + receiver > Names.MAX_ARGUMENT_SLOTS) {
            throw site.malformed("the method has arguments of more than " + Names.MAX_ARGUMENT_SLOTS + " slots");
        }
        if (name.equals(Names.CONSTRUCTOR) && !descriptor.endsWith(")V")) {
            throw site.malformed("a constructor returns nothing");
        }
        if (name.equals(Names.CLASS_INITIALIZER) && file.version().atLeast(ClassVersion.JAVA_7) && !descriptor.equals(NO_ARGUMENTS)) {
            throw site.malformed("a class initialiser takes nothing and returns nothing");
        }
        if (!seen.add(what)) {
            throw site.malformed("the method is declared twice");
        }
        Flags.checkMethod(access, name, file.isInterface(), file.version(), site, what);
        CodeAttribute code = new AttributeReader(file, site).ofMethod(in);
        boolean bodiless = (access & (Flags.NATIVE | Flags.ABSTRACT)) != 0;
        if (bodiless != (code == null)) {
            throw site.malformed(bodiless ? "the method is native or abstract and has code" : "the method has no code and is neither native nor abstract");
        }
        if (code != null && code.maxLocals() < Names.argumentSlots(descriptor) + receiver) {
            throw site.malformed("the arguments need " + (Names.argumentSlots(descriptor) + receiver) + " local variables, and there are " + code.maxLocals());
        }
        site.enterMethod(null);
        return new MemberDeclaration(access, name, descriptor, code);
    }
}
