package org.bulkhead.vm.runtime.substitute.reflect;

import java.lang.reflect.Field;
import org.bulkhead.vm.runtime.reflect.Members;
import org.bulkhead.vm.runtime.substitute.Alias;
import org.bulkhead.vm.runtime.substitute.Inject;
import org.bulkhead.vm.runtime.substitute.Replace;
import org.bulkhead.vm.runtime.substitute.Substitutes;

/** Fields are made from the tables of the linker. */
@Substitutes("java.lang.reflect.Field")
public final class FieldMaker {
    @Alias private int slot;

    @Alias
    FieldMaker(Class<?> owner, String name, Class<?> type, int modifiers, boolean trustedFinal, int slot, String signature, byte[] annotations) {}

    /** Makes a field; {@code entry} is the address of its entry in the table. */
    @Inject
    public static Field make(Class<?> owner, String name, Class<?> type, int modifiers, int index, int entry, String signature, byte[] annotations) {
        boolean trustedFinal = owner.isRecord() || java.lang.reflect.Modifier.isStatic(modifiers);
        return (Field) (Object) new FieldMaker(owner, name, type, modifiers, trustedFinal, entry, signature, annotations);
    }

    /** Returns the address of the field's entry in the table. */
    @Inject
    static int entry(Field field) {
        return ((FieldMaker) (Object) field).slot;
    }

    @Replace(reason = "in the table")
    private byte[] getTypeAnnotationBytes0() {
        return Members.typeAnnotations(slot);
    }
}
