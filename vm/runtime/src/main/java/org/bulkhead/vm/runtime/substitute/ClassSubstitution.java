package org.bulkhead.vm.runtime.substitute;

import java.util.HashMap;
import java.util.Map;
import org.bulkhead.vm.magic.Address;
import org.bulkhead.vm.magic.Magic;
import org.bulkhead.vm.magic.NoStackProbe;
import org.bulkhead.vm.runtime.layout.HubLayout;
import org.bulkhead.vm.runtime.reflect.TypeNames;
import org.bulkhead.vm.runtime.types.ClassInitialization;
import org.bulkhead.vm.runtime.types.Hubs;
import org.bulkhead.vm.runtime.types.TypeChecks;

/** A class object is the face of a hub; what reflection would need beyond the hub is not in an image. */
@Substitutes(value = "java.lang.Class", initializer = Substitutes.Initializer.REPLACE)
public final class ClassSubstitution {
    private static final int ACC_INTERFACE = 0x200;
    private static final int ACC_ANNOTATION = 0x2000;
    private static final int ACC_SYNTHETIC = 0x1000;
    private static final int ACC_ENUM = 0x4000;
    /** All that the language has: not ACC_SUPER. */
    private static final int JVM_ACCESS_FLAGS = 0xFFFF & ~0x20;

    /** Address of the hub; the builder fills it in. */
    @Inject private int hub;
    /** What {@code getSimpleName} returns; the builder fills it in. */
    @Inject private String simpleName;
    @Alias private String name;
    @Alias private Object[] enumConstants;
    @Alias private Map<String, Object> enumConstantDirectory;

    private ClassSubstitution() {}

    /** Returns the hub of a class. May be called in any context. */
    @Inject
    @NoStackProbe
    public static Address hubOf(Class<?> mirror) {
        return Address.fromInt(((ClassSubstitution) (Object) mirror).hub);
    }

    private Address hub() {
        return Address.fromInt(hub);
    }

    private static Class<?> mirrorOrNull(Address hub) {
        return hub.isZero() ? null : Hubs.mirror(hub);
    }

    @Replace(reason = "nothing to register")
    private static void registerNatives() {}

    @Replace(reason = "the builder has stored the names of all but arrays of references, of which most programs name none")
    private String initClassName() {
        if (name == null) {
            String component = getComponentType().getName();
            name = component.startsWith("[") ? "[" + component : "[L" + component + ";";
        }
        return name;
    }

    @Replace(reason = "in the hub")
    public boolean isArray() {
        return Hubs.isArray(hub());
    }

    @Replace(reason = "in the hub")
    public boolean isInterface() {
        return Hubs.isInterface(hub());
    }

    @Replace(reason = "in the hub")
    public boolean isPrimitive() {
        return Hubs.isPrimitive(hub());
    }

    @Replace(reason = "no classes without a name are made at run time")
    public boolean isHidden() {
        return false;
    }

    @Replace(reason = "decided by hubs")
    public boolean isInstance(Object object) {
        return object != null && TypeChecks.isSubtype(Hubs.of(object), hub());
    }

    @Replace(reason = "decided by hubs")
    public boolean isAssignableFrom(Class<?> other) {
        return TypeChecks.isSubtype(((ClassSubstitution) (Object) other).hub(), hub());
    }

    @Alias
    private native String getName();

    @Replace(reason = "decided by hubs; the message is the same")
    public Object cast(Object object) {
        if (object != null && !isInstance(object)) {
            throw new ClassCastException("Cannot cast " + object.getClass().getName() + " to " + getName());
        }
        return object;
    }

    @Replace(reason = "in the hub")
    public Class<?> getSuperclass() {
        Address own = hub();
        return Hubs.isInterface(own) ? null : mirrorOrNull(Hubs.superclass(own));
    }

    @Replace(reason = "in the hub")
    public Class<?> getComponentType() {
        return mirrorOrNull(Hubs.component(hub()));
    }

    @Replace(reason = "in the hub")
    private Class<?> elementType() {
        Address each = hub();
        if (!Hubs.isArray(each)) {
            return null;
        }
        while (Hubs.isArray(each)) {
            each = Hubs.component(each);
        }
        return Hubs.mirror(each);
    }

    @Replace(reason = "in the hub")
    public int getModifiers() {
        return Hubs.accessFlags(hub()) & JVM_ACCESS_FLAGS;
    }

    @Replace(reason = "in the hub")
    public boolean isEnum() {
        Address own = hub();
        return (Hubs.accessFlags(own) & ACC_ENUM) != 0 && !Hubs.superclass(own).isZero() && Hubs.mirror(Hubs.superclass(own)) == Enum.class;
    }

    @Replace(reason = "in the hub")
    public boolean isRecord() {
        Address superclass = Hubs.superclass(hub());
        return !superclass.isZero() && Hubs.mirror(superclass) == Record.class;
    }

    @Replace(reason = "in the hub")
    public boolean isAnnotation() {
        return (Hubs.accessFlags(hub()) & ACC_ANNOTATION) != 0;
    }

    @Replace(reason = "in the hub")
    public boolean isSynthetic() {
        return (Hubs.accessFlags(hub()) & ACC_SYNTHETIC) != 0;
    }

    @Replace(reason = "the builder has stored it; without it (array types), it follows from the component")
    public String getSimpleName() {
        if (simpleName == null) {
            Class<?> component = getComponentType();
            simpleName = component == null ? name : component.getSimpleName() + "[]";
        }
        return simpleName;
    }

    @Replace(reason = "follows from the name; the JDK's asks the declaring class")
    public String getTypeName() {
        Class<?> component = getComponentType();
        return component == null ? name : component.getTypeName() + "[]";
    }

    @Replace(reason = "no module or package objects in an image")
    public String getPackageName() {
        Class<?> element = isArray() ? elementType() : (Class<?>) (Object) this;
        if (element.isPrimitive()) {
            return "java.lang";
        }
        String text = element.getName();
        int dot = text.lastIndexOf('.');
        return dot < 0 ? "" : text.substring(0, dot);
    }

    @Replace(reason = "the code of values() is in the hub")
    Object[] getEnumConstantsShared() {
        if (enumConstants == null) {
            Address values = hub().loadReference(HubLayout.ENUM_VALUES);
            if (values.isZero()) {
                return null;
            }
            ClassInitialization.initialize(hub());
            enumConstants = (Object[]) Magic.callForObject(values);
        }
        return enumConstants;
    }

    @Replace(reason = "the JDK's directory is made by the same code, but for the message")
    Map<String, Object> enumConstantDirectory() {
        if (enumConstantDirectory == null) {
            Object[] universe = getEnumConstantsShared();
            if (universe == null) {
                throw new IllegalArgumentException(name + " is not an enum class");
            }
            Map<String, Object> directory = new HashMap<>();
            for (Object constant : universe) {
                directory.put(((Enum<?>) constant).name(), constant);
            }
            enumConstantDirectory = directory;
        }
        return enumConstantDirectory;
    }

    @Replace(reason = "assertions are disabled in images")
    public boolean desiredAssertionStatus() {
        return false;
    }

    @Replace(reason = "by name, from the image's classes")
    static Class<?> getPrimitiveClass(String wanted) {
        Class<?> found = TypeNames.named(wanted);
        if (found == null) {
            throw new IllegalArgumentException(wanted);
        }
        return found;
    }

    @Replace(reason = "the hub knows the array type if the image has it")
    public Class<?> arrayType() {
        Address array = Hubs.array(hub());
        if (array.isZero()) {
            throw new UnsupportedOperationException("the image has no arrays of " + getName() + ": create one somewhere in the program");
        }
        return Hubs.mirror(array);
    }
}
