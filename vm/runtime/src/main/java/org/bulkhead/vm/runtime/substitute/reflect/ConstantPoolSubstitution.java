package org.bulkhead.vm.runtime.substitute.reflect;

import jdk.internal.reflect.ConstantPool;
import org.bulkhead.vm.magic.Address;
import org.bulkhead.vm.runtime.layout.MembersLayout;
import org.bulkhead.vm.runtime.reflect.Records;
import org.bulkhead.vm.runtime.substitute.Alias;
import org.bulkhead.vm.runtime.substitute.Inject;
import org.bulkhead.vm.runtime.substitute.Replace;
import org.bulkhead.vm.runtime.substitute.Substitutes;

/** The constants that annotations refer to; other constants are not kept. */
@Substitutes("jdk.internal.reflect.ConstantPool")
public final class ConstantPoolSubstitution {
    private static final String TABLE = "in the table";

    @Alias private Object constantPoolOop;

    private ConstantPoolSubstitution() {}

    /** Returns the constants of a class. */
    @Inject
    static ConstantPool of(Class<?> type) {
        ConstantPool made = new ConstantPool();
        ((ConstantPoolSubstitution) (Object) made).constantPoolOop = type;
        return made;
    }

    private static Address entry(Object type, int index) {
        return Records.element(Records.part((Class<?>) type, MembersLayout.CONSTANTS), index, Integer.BYTES);
    }

    @Replace(reason = TABLE)
    private int getSize0(Object type) {
        return Records.count(Records.part((Class<?>) type, MembersLayout.CONSTANTS));
    }

    @Replace(reason = TABLE)
    private int getIntAt0(Object type, int index) {
        return entry(type, index).loadInt();
    }

    @Replace(reason = TABLE)
    private float getFloatAt0(Object type, int index) {
        return entry(type, index).loadFloat();
    }

    @Replace(reason = TABLE)
    private long getLongAt0(Object type, int index) {
        return entry(type, index).loadReference(0).loadLong();
    }

    @Replace(reason = TABLE)
    private double getDoubleAt0(Object type, int index) {
        return entry(type, index).loadReference(0).loadDouble();
    }

    @Replace(reason = TABLE)
    private String getUTF8At0(Object type, int index) {
        return Records.text(entry(type, index).loadReference(0));
    }
}
