package org.bulkhead.vm.runtime.substitute.reflect;

import java.io.InvalidClassException;
import java.io.ObjectStreamClass;
import java.io.ObjectStreamField;
import java.io.Serializable;
import org.bulkhead.vm.runtime.substitute.Alias;
import org.bulkhead.vm.runtime.substitute.Delete;
import org.bulkhead.vm.runtime.substitute.Replace;
import org.bulkhead.vm.runtime.substitute.Substitutes;

/** Which fields of a class would be written can be asked, as initialisers of classes do that have a serialized form; nothing is written or read. */
@Substitutes("java.io.ObjectStreamClass")
@Delete(reason = "objects are not serialized")
final class ObjectStreamClassSubstitution {
    @Alias public static ObjectStreamField[] NO_FIELDS = {};

    @Alias private Class<?> cl;
    @Alias private String name;
    @Alias private ObjectStreamField[] fields;

    @Replace(reason = "the rest is for reading and writing")
    ObjectStreamClassSubstitution(Class<?> type) {
        cl = type;
        name = type.getName();
        try {
            fields = getSerialFields(type);
        } catch (InvalidClassException e) {
            fields = NO_FIELDS;
        }
    }

    @Replace(reason = "none is kept")
    public static ObjectStreamClass lookup(Class<?> type) {
        return Serializable.class.isAssignableFrom(type) ? (ObjectStreamClass) (Object) new ObjectStreamClassSubstitution(type) : null;
    }

    @Alias
    private static native ObjectStreamField[] getSerialFields(Class<?> type) throws InvalidClassException;

    @Alias
    private static native ObjectStreamField[] getDeclaredSerialFields(Class<?> type) throws InvalidClassException;

    @Alias
    private static native ObjectStreamField[] getDefaultSerialFields(Class<?> type);

    @Alias
    public native String getName();

    @Alias
    public native Class<?> forClass();

    @Alias
    public native ObjectStreamField[] getFields();

    @Alias
    native ObjectStreamField[] getFields(boolean copy);

    @Alias
    public native ObjectStreamField getField(String name);

    @Alias
    native ObjectStreamField getField(String name, Class<?> type);

    @Replace(reason = "the JDK's tells the version, too")
    public String toString() {
        return name;
    }
}
