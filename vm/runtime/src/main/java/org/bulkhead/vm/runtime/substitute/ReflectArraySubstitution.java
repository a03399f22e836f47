package org.bulkhead.vm.runtime.substitute;

import org.bulkhead.vm.magic.Magic;
import org.bulkhead.vm.runtime.layout.ObjectLayout;
import org.bulkhead.vm.runtime.memory.Allocation;
import org.bulkhead.vm.runtime.types.Hubs;

/** Arrays of any type. */
@Substitutes("java.lang.reflect.Array")
final class ReflectArraySubstitution {
    private ReflectArraySubstitution() {}

    @Replace(reason = "in the array header")
    public static int getLength(Object array) {
        if (array == null) {
            throw new NullPointerException();
        }
        if (!Hubs.isArray(Hubs.of(array))) {
            throw new IllegalArgumentException("Argument is not an array");
        }
        return Magic.addressOf(array).loadInt(ObjectLayout.ARRAY_LENGTH);
    }

    @Replace(reason = "the heap of the VM")
    private static Object newArray(Class<?> component, int length) {
        if (component == void.class) {
            throw new IllegalArgumentException();
        }
        return Allocation.newArray(ClassSubstitution.hubOf(component.arrayType()), length);
    }

    @Replace(reason = "the heap of the VM")
    private static Object multiNewArray(Class<?> component, int[] lengths) {
        if (lengths.length == 0) {
            throw new IllegalArgumentException("Empty dimensions array");
        }
        for (int length : lengths) {
            if (length < 0) {
                throw new NegativeArraySizeException(Integer.toString(length));
            }
        }
        return nested(component, lengths, 0);
    }

    private static Object nested(Class<?> component, int[] lengths, int level) {
        Class<?> type = component;
        for (int i = level; i < lengths.length; i++) {
            type = type.arrayType();
        }
        Object array = Allocation.newArray(ClassSubstitution.hubOf(type), lengths[level]);
        if (level + 1 < lengths.length) {
            Object[] outer = (Object[]) array;
            for (int i = 0; i < outer.length; i++) {
                outer[i] = nested(component, lengths, level + 1);
            }
        }
        return array;
    }

    @Replace(reason = "one cast for each kind of array")
    public static Object get(Object array, int index) {
        if (array instanceof Object[]) {
            return ((Object[]) array)[index];
        }
        if (array instanceof int[]) {
            return ((int[]) array)[index];
        }
        if (array instanceof long[]) {
            return ((long[]) array)[index];
        }
        if (array instanceof byte[]) {
            return ((byte[]) array)[index];
        }
        if (array instanceof char[]) {
            return ((char[]) array)[index];
        }
        if (array instanceof double[]) {
            return ((double[]) array)[index];
        }
        if (array instanceof boolean[]) {
            return ((boolean[]) array)[index];
        }
        if (array instanceof short[]) {
            return ((short[]) array)[index];
        }
        if (array instanceof float[]) {
            return ((float[]) array)[index];
        }
        if (array == null) {
            throw new NullPointerException();
        }
        throw new IllegalArgumentException("Argument is not an array");
    }

}
