package org.bulkhead.vm.runtime.substitute.reflect;

import java.lang.reflect.Field;
import org.bulkhead.vm.magic.Address;
import org.bulkhead.vm.runtime.layout.MembersLayout;
import org.bulkhead.vm.runtime.reflect.Members;
import org.bulkhead.vm.runtime.substitute.Replace;
import org.bulkhead.vm.runtime.substitute.Substitutes;

/** Offsets of fields, from the tables of the linker; the base of static fields is null, their offset an address. */
@Substitutes("jdk.internal.misc.Unsafe")
final class UnsafeSubstitution {
    private static final String TABLE = "in the table";

    private UnsafeSubstitution() {}

    private static long place(Field field) {
        int place = Address.fromInt(FieldMaker.entry(field)).loadInt(MembersLayout.FIELD_PLACE);
        if (place == 0) {
            throw new UnsupportedOperationException(field + " has no memory in this program: name it somewhere, or its class in an open class");
        }
        return Integer.toUnsignedLong(place);
    }

    @Replace(reason = TABLE)
    private long objectFieldOffset0(Field field) {
        return place(field);
    }

    @Replace(reason = TABLE)
    private long staticFieldOffset0(Field field) {
        return place(field);
    }

    @Replace(reason = TABLE)
    private Object staticFieldBase0(Field field) {
        return null;
    }

    @Replace(reason = TABLE)
    private long objectFieldOffset1(Class<?> type, String name) {
        for (Field each : Members.fields(type, false)) {
            if (each.getName().equals(name)) {
                return place(each);
            }
        }
        throw new InternalError(type.getName() + "." + name);
    }
}
