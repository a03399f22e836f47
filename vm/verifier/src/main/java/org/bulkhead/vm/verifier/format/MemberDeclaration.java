package org.bulkhead.vm.verifier.format;

/**
 * A field or method that a class declares.
 *
 * @param access flags
 * @param name of the member
 * @param descriptor of the member
 * @param code of a method, null if it has none
 */
public record MemberDeclaration(int access, String name, String descriptor, CodeAttribute code) {
    public boolean isStatic() {
        return (access & Flags.STATIC) != 0;
    }

    /** Returns whether it makes instances. */
    public boolean isConstructor() {
        return name.equals(Names.CONSTRUCTOR);
    }
}
