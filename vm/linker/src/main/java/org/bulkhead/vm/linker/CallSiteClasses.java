package org.bulkhead.vm.linker;

import org.bulkhead.vm.compiler.model.VmField;
import org.bulkhead.vm.compiler.model.VmType;
import org.bulkhead.vm.linker.heap.ImageHeap;

/** The classes that compiled call sites consist of. What their initialisers do is so little that the linker knows the result: an instance of the class itself, or the offset of a field. */
public final class CallSiteClasses {
    private static final String LAMBDA = "$$Lambda$";
    private static final String UPDATER = "$$Updater$";
    private static final String OFFSET = "$$Handle$";

    private CallSiteClasses() {}

    /** Returns whether the class with that internal name belongs to a compiled call site. */
    public static boolean contains(String name) {
        return name.contains(LAMBDA) || name.contains(UPDATER) || name.contains(OFFSET);
    }

    /** Gives a static field of such a class the value that the class's initialiser would give it. */
    public static void initialize(VmField field, ImageHeap heap) {
        VmType owner = field.owner();
        int holder = owner.name().indexOf(OFFSET);
        if (holder < 0) {
            heap.putStatic(field, heap.allocateInstance(owner));
        } else {
            heap.putStatic(field, offset(owner.types().type(owner.name().substring(0, holder)), owner.name().substring(holder + OFFSET.length())));
        }
    }

    private static int offset(VmType type, String name) {
        VmField field = type.declaredField(name);
        if (field == null) {
            throw new LinkProblem("class " + type.displayName() + " has no field " + name + ", whose offset is asked for: compile its users again");
        }
        return field.offset();
    }
}
