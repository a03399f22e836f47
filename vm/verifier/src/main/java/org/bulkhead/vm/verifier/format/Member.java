package org.bulkhead.vm.verifier.format;

/**
 * A field or method that the constant pool names.
 *
 * @param kind FIELD, METHOD or INTERFACE_METHOD; INVOKE_DYNAMIC and DYNAMIC have no owner
 * @param owner internal name or array descriptor of the class, null if there is none
 * @param name of the member
 * @param descriptor of the member
 */
public record Member(Constant kind, String owner, String name, String descriptor) {
    @Override
    public String toString() {
        return (owner == null ? "" : owner.replace('/', '.') + ".") + name + (kind == Constant.FIELD ? " of type " : "") + descriptor;
    }
}
