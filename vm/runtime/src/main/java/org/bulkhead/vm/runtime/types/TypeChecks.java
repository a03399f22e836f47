package org.bulkhead.vm.runtime.types;

import org.bulkhead.vm.magic.Address;
import org.bulkhead.vm.magic.NoStackProbe;
import org.bulkhead.vm.runtime.layout.HubLayout;

/** Decides subtype questions from hubs (JLS §4.10). No method allocates; all may be called in any context. */
@NoStackProbe
public final class TypeChecks {
    private static final int LIST_HEADER = 4;

    private TypeChecks() {}

    /** Returns whether a value whose type has the hub {@code sub} can be assigned to the type with the hub {@code target}. */
    public static boolean isSubtype(Address sub, Address target) {
        Address from = sub;
        Address to = target;
        while (true) {
            if (from.sameAs(to)) {
                return true;
            }
            switch (Hubs.kind(to)) {
                case HubLayout.KIND_CLASS:
                    return isSubclass(from, to);
                case HubLayout.KIND_INTERFACE:
                    return implementsInterface(from, to);
                case HubLayout.KIND_REFERENCE_ARRAY:
                    if (!Hubs.isReferenceArray(from)) {
                        return false;
                    }
                    from = Hubs.component(from);
                    to = Hubs.component(to);
                    break;
                default:
                    return false;
            }
        }
    }

    /** Returns whether {@code target}, the hub of a class, is {@code sub} or one of its superclasses. */
    public static boolean isSubclass(Address sub, Address target) {
        int depth = target.loadInt(HubLayout.DEPTH);
        if (depth < HubLayout.DISPLAY_LENGTH) {
            return sub.loadReference(HubLayout.DISPLAY + depth * Integer.BYTES).sameAs(target);
        }
        Address each = sub;
        while (!each.isZero() && !each.sameAs(target)) {
            each = Hubs.superclass(each);
        }
        return !each.isZero();
    }

    private static boolean implementsInterface(Address sub, Address target) {
        Address list = sub.loadReference(HubLayout.INTERFACES);
        if (list.isZero()) {
            return false;
        }
        int wanted = target.toInt();
        Address end = list.plus(LIST_HEADER + (long) list.loadInt() * Integer.BYTES);
        for (Address each = list.plus(LIST_HEADER); each.below(end); each = each.plus(Integer.BYTES)) {
            if (each.loadInt() == wanted) {
                return true;
            }
        }
        return false;
    }
}
