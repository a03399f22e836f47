package org.bulkhead.vm.linker.heap;

/** Receives the references that an object holds. */
@FunctionalInterface
public interface ReferenceVisitor {
    /**
     * Visits one reference.
     *
     * @param offset offset of the reference from the start of the object that holds it
     * @param target build address of the object referred to, never 0
     */
    void visit(int offset, int target);
}
