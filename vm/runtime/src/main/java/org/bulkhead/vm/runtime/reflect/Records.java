package org.bulkhead.vm.runtime.reflect;

import java.nio.charset.StandardCharsets;
import org.bulkhead.vm.magic.Address;
import org.bulkhead.vm.runtime.layout.HubLayout;
import org.bulkhead.vm.runtime.layout.MembersLayout;
import org.bulkhead.vm.runtime.substitute.ClassSubstitution;

/** Reads the texts, bytes and lists of {@link MembersLayout}. */
public final class Records {
    private Records() {}

    /** Returns the record of a class, 0 if it has none. */
    public static Address of(Class<?> type) {
        return ClassSubstitution.hubOf(type).loadReference(HubLayout.MEMBERS);
    }

    /** Returns what a word of the class's record points to, 0 for nothing or if the class has no record. */
    public static Address part(Class<?> type, int offset) {
        Address members = of(type);
        return members.isZero() ? members : members.loadReference(offset);
    }

    /** Returns a text, null for the address 0. */
    public static String text(Address text) {
        if (text.isZero()) {
            return null;
        }
        byte[] bytes = new byte[text.loadChar()];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = text.loadByte(Character.BYTES + i);
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** Returns a copy of bytes, null for the address 0. */
    public static byte[] bytes(Address bytes) {
        if (bytes.isZero()) {
            return null;
        }
        byte[] copy = new byte[bytes.loadInt()];
        for (int i = 0; i < copy.length; i++) {
            copy[i] = bytes.loadByte(Integer.BYTES + i);
        }
        return copy;
    }

    /** Returns the number of elements of a list, 0 for the address 0. */
    public static int count(Address list) {
        return list.isZero() ? 0 : list.loadInt();
    }

    /** Returns the address of an element of a list. */
    public static Address element(Address list, int index, int size) {
        return list.plus(MembersLayout.LIST_HEADER + (long) index * size);
    }

    /** Returns the classes that a list names. */
    public static Class<?>[] classes(Address names) {
        Class<?>[] all = new Class<?>[count(names)];
        for (int i = 0; i < all.length; i++) {
            all[i] = TypeNames.required(text(element(names, i, Integer.BYTES).loadReference(0)));
        }
        return all;
    }

    /** Returns the class of a name, null for the address 0. */
    public static Class<?> classOrNull(Address name) {
        return name.isZero() ? null : TypeNames.required(text(name));
    }
}
