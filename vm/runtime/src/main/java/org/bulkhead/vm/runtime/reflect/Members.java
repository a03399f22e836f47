package org.bulkhead.vm.runtime.reflect;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.lang.reflect.Executable;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import org.bulkhead.vm.magic.Address;
import org.bulkhead.vm.runtime.layout.MembersLayout;
import org.bulkhead.vm.runtime.substitute.reflect.ConstructorMaker;
import org.bulkhead.vm.runtime.substitute.reflect.FieldMaker;
import org.bulkhead.vm.runtime.substitute.reflect.MethodMaker;
import org.bulkhead.vm.runtime.substitute.reflect.ParameterMaker;
import org.bulkhead.vm.runtime.substitute.reflect.RecordComponentMaker;
import org.bulkhead.vm.runtime.types.InternedStrings;

/** Makes the objects that stand for the members of a class. A member's slot is the address of its entry in {@link MembersLayout}. */
public final class Members {
    private static final Class<?>[] NO_CLASSES = {};

    private Members() {}

    /** Returns the fields that the class declares, in the order of the class file; only the public ones, or all. */
    public static Field[] fields(Class<?> type, boolean publicOnly) {
        Address list = Records.part(type, MembersLayout.FIELDS);
        List<Field> found = new ArrayList<>();
        for (int i = 0; i < Records.count(list); i++) {
            Address entry = Records.element(list, i, MembersLayout.FIELD_SIZE);
            int flags = entry.loadInt(MembersLayout.FLAGS);
            if (isWanted(flags, publicOnly)) {
                Class<?> fieldType = TypeNames.ofDescriptor(text(entry, MembersLayout.DESCRIPTOR));
                found.add(FieldMaker.make(type, name(entry), fieldType, flags, i, entry.toInt(), text(entry, MembersLayout.SIGNATURE), bytes(entry, MembersLayout.ANNOTATIONS)));
            }
        }
        return found.toArray(new Field[0]);
    }

    /** Returns the methods that the class declares; only the public ones, or all. */
    public static Method[] methods(Class<?> type, boolean publicOnly) {
        Address list = Records.part(type, MembersLayout.METHODS);
        List<Method> found = new ArrayList<>();
        for (int i = 0; i < Records.count(list); i++) {
            Address entry = Records.element(list, i, MembersLayout.METHOD_SIZE);
            if (isWanted(entry.loadInt(MembersLayout.FLAGS), publicOnly)) {
                found.add(method(type, entry));
            }
        }
        return found.toArray(new Method[0]);
    }

    private static Method method(Class<?> type, Address entry) {
        String descriptor = text(entry, MembersLayout.DESCRIPTOR);
        return MethodMaker.make(type, name(entry), TypeNames.parameters(descriptor), TypeNames.result(descriptor), exceptions(entry), entry.loadInt(MembersLayout.FLAGS), entry.toInt(),
            text(entry, MembersLayout.SIGNATURE), bytes(entry, MembersLayout.ANNOTATIONS), bytes(entry, MembersLayout.PARAMETER_ANNOTATIONS), bytes(entry, MembersLayout.DEFAULT_VALUE));
    }

    /** Returns the method that the class declares with that name and descriptor. */
    static Method method(Class<?> type, String name, String descriptor) {
        Address list = Records.part(type, MembersLayout.METHODS);
        for (int i = 0; i < Records.count(list); i++) {
            Address entry = Records.element(list, i, MembersLayout.METHOD_SIZE);
            if (text(entry, MembersLayout.NAME).equals(name) && text(entry, MembersLayout.DESCRIPTOR).equals(descriptor)) {
                return method(type, entry);
            }
        }
        throw new NoSuchMethodError(type.getName() + "." + name + descriptor);
    }

    /** Returns the constructors that the class declares; only the public ones, or all. */
    public static Constructor<?>[] constructors(Class<?> type, boolean publicOnly) {
        Address list = Records.part(type, MembersLayout.CONSTRUCTORS);
        List<Constructor<?>> found = new ArrayList<>();
        for (int i = 0; i < Records.count(list); i++) {
            Address entry = Records.element(list, i, MembersLayout.METHOD_SIZE);
            int flags = entry.loadInt(MembersLayout.FLAGS);
            if (isWanted(flags, publicOnly)) {
                found.add(ConstructorMaker.make(type, TypeNames.parameters(text(entry, MembersLayout.DESCRIPTOR)), exceptions(entry), flags, entry.toInt(),
                    text(entry, MembersLayout.SIGNATURE), bytes(entry, MembersLayout.ANNOTATIONS), bytes(entry, MembersLayout.PARAMETER_ANNOTATIONS)));
            }
        }
        return found.toArray(new Constructor<?>[0]);
    }

    /** Returns the components of a record class, in order. */
    public static RecordComponent[] components(Class<?> type) {
        Address list = Records.part(type, MembersLayout.RECORD_COMPONENTS);
        RecordComponent[] all = new RecordComponent[Records.count(list)];
        for (int i = 0; i < all.length; i++) {
            Address entry = Records.element(list, i, MembersLayout.COMPONENT_SIZE);
            String name = InternedStrings.intern(text(entry, MembersLayout.COMPONENT_NAME));
            all[i] = RecordComponentMaker.make(type, name, TypeNames.ofDescriptor(text(entry, MembersLayout.COMPONENT_DESCRIPTOR)), accessor(type, name),
                text(entry, MembersLayout.COMPONENT_SIGNATURE), bytes(entry, MembersLayout.COMPONENT_ANNOTATIONS), bytes(entry, MembersLayout.COMPONENT_TYPE_ANNOTATIONS));
        }
        return all;
    }

    private static Method accessor(Class<?> type, String name) {
        for (Method each : methods(type, false)) {
            if (each.getName().equals(name) && each.getParameterCount() == 0) {
                return each;
            }
        }
        return null;
    }

    /** Returns the parameters that the class file names, null if it names none. */
    public static Parameter[] parameters(Executable executable, int slot) {
        Address list = Address.fromInt(slot).loadReference(MembersLayout.PARAMETERS);
        if (list.isZero()) {
            return null;
        }
        Parameter[] all = new Parameter[Records.count(list)];
        for (int i = 0; i < all.length; i++) {
            Address entry = Records.element(list, i, MembersLayout.PARAMETER_SIZE);
            String name = text(entry, 0);
            all[i] = ParameterMaker.make(name == null ? "" : name, entry.loadInt(MembersLayout.PARAMETER_FLAGS), executable, i);
        }
        return all;
    }

    /** Returns the raw type annotations of a member. */
    public static byte[] typeAnnotations(int slot) {
        return bytes(Address.fromInt(slot), MembersLayout.TYPE_ANNOTATIONS);
    }

    private static boolean isWanted(int flags, boolean publicOnly) {
        return !publicOnly || (flags & Modifier.PUBLIC) != 0;
    }

    private static Class<?>[] exceptions(Address entry) {
        Address names = entry.loadReference(MembersLayout.EXCEPTIONS);
        return names.isZero() ? NO_CLASSES : Records.classes(names);
    }

    private static String name(Address entry) {
        return InternedStrings.intern(text(entry, MembersLayout.NAME));
    }

    private static String text(Address entry, int offset) {
        return Records.text(entry.loadReference(offset));
    }

    private static byte[] bytes(Address entry, int offset) {
        return Records.bytes(entry.loadReference(offset));
    }
}
