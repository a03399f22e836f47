package org.bulkhead.builder.interpret;

import org.bulkhead.vm.compiler.model.VmMethod;

/** A resolved call: what is called, how the target is found, and the last target found by the receiver's type. */
final class CallSite {
    /** How the target is found. */
    enum Dispatch {
        /** No receiver; the class must be initialised first. */
        STATIC,
        /** Always {@link #direct}, after a null check. */
        DIRECT,
        /** By the type of the receiver. */
        SELECTED
    }

    final Dispatch dispatch;
    final VmMethod method;
    final int argumentSlots;
    final int resultSlots;
    /** The target of static and direct calls. */
    final Code direct;
    /** Class that a static call initialises. */
    final ClassState owner;
    int lastReceiver = -1;
    Code lastTarget;

    CallSite(Dispatch dispatch, VmMethod method, Code direct, ClassState owner) {
        this.dispatch = dispatch;
        this.method = method;
        this.direct = direct;
        this.owner = owner;
        this.argumentSlots = Code.argumentSlots(method);
        this.resultSlots = method.returnType().getSize();
    }
}
