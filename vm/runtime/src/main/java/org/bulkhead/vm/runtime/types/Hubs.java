package org.bulkhead.vm.runtime.types;

import org.bulkhead.vm.magic.Address;
import org.bulkhead.vm.magic.Inline;
import org.bulkhead.vm.magic.Magic;
import org.bulkhead.vm.magic.NoStackProbe;
import org.bulkhead.vm.runtime.layout.HubLayout;
import org.bulkhead.vm.runtime.layout.ObjectLayout;

/** Reads hubs. No method allocates; all may be called in any context. */
@NoStackProbe
public final class Hubs {
    private static final int BYTE_MASK = 0xFF;

    private Hubs() {}

    /** Returns the hub of the object at {@code object}. */
    @Inline
    public static Address of(Address object) {
        return object.loadReference(ObjectLayout.HUB);
    }

    /** Returns the hub of an object that is not null. */
    public static Address of(Object object) {
        return Magic.addressOf(object).loadReference(ObjectLayout.HUB);
    }

    /** Returns one of the {@code HubLayout.KIND_} constants. */
    @Inline
    public static int kind(Address hub) {
        return hub.loadByte(HubLayout.KIND) & BYTE_MASK;
    }

    /** Returns whether the type is an array type. */
    @Inline
    public static boolean isArray(Address hub) {
        return kind(hub) >= HubLayout.KIND_REFERENCE_ARRAY;
    }

    /** Returns whether the type is an array type whose elements are references. */
    @Inline
    public static boolean isReferenceArray(Address hub) {
        return kind(hub) == HubLayout.KIND_REFERENCE_ARRAY;
    }

    /** Returns whether the type is an interface. */
    public static boolean isInterface(Address hub) {
        return kind(hub) == HubLayout.KIND_INTERFACE;
    }

    /** Returns whether the type is primitive, or void. */
    public static boolean isPrimitive(Address hub) {
        return kind(hub) == HubLayout.KIND_PRIMITIVE;
    }

    /** Returns the bytes that an instance of a class occupies, a multiple of 8. */
    @Inline
    public static int instanceSize(Address hub) {
        return hub.loadInt(HubLayout.INSTANCE_SIZE);
    }

    /** Returns the binary logarithm of the bytes of an element of an array type. */
    @Inline
    public static int logElementSize(Address hub) {
        return hub.loadByte(HubLayout.LOG_ELEMENT_SIZE);
    }

    /** Returns the offset of element 0 in arrays of an array type. */
    @Inline
    public static int arrayBase(Address hub) {
        return hub.loadByte(HubLayout.ARRAY_BASE);
    }

    /** Returns the hub of the component type of an array type, 0 for other types. */
    public static Address component(Address hub) {
        return hub.loadReference(HubLayout.COMPONENT);
    }

    /** Returns the hub of the superclass, 0 if there is none. */
    public static Address superclass(Address hub) {
        return hub.loadReference(HubLayout.SUPERCLASS);
    }

    /** Returns the hub of the array type with this type as component, 0 if the image has none. */
    public static Address array(Address hub) {
        return hub.loadReference(HubLayout.ARRAY_HUB);
    }

    /** Returns whether all bits of {@code flag}, a {@code HubLayout.FLAG_} constant, are set. */
    @Inline
    public static boolean has(Address hub, int flag) {
        return (hub.loadByte(HubLayout.FLAGS) & flag) == flag;
    }

    /** Returns the access flags of the class file. */
    public static int accessFlags(Address hub) {
        return hub.loadInt(HubLayout.ACCESS_FLAGS);
    }

    /** Returns the code that receivers with this hub run for the interface method with that number, 0 if their interface table does not list it. */
    public static Address interfaceMethod(Address hub, int number) {
        Address table = hub.loadReference(HubLayout.INTERFACE_TABLE);
        int mask = table.loadInt();
        for (int slot = number & mask;; slot = slot + 1 & mask) {
            Address entry = table.plus(HubLayout.INTERFACE_TABLE_ENTRIES + (long) slot * HubLayout.INTERFACE_TABLE_ENTRY_SIZE);
            int found = entry.loadInt();
            if (found == number) {
                return entry.loadReference(Integer.BYTES);
            }
            if (found == 0) {
                return Address.zero();
            }
        }
    }

    /** Returns the java.lang.Class object of a hub. */
    public static Class<?> mirror(Address hub) {
        return (Class<?>) Magic.objectAt(hub.loadReference(HubLayout.MIRROR));
    }
}
