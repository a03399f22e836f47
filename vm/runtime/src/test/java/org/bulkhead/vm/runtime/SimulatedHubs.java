package org.bulkhead.vm.runtime;

import java.util.ArrayList;
import java.util.List;
import org.bulkhead.vm.magic.Address;
import org.bulkhead.vm.magic.SimulatedMemory;
import org.bulkhead.vm.runtime.layout.HubLayout;
import org.bulkhead.vm.runtime.layout.ObjectLayout;

/** Writes hubs into simulated memory the way the linker writes them into an image. */
public final class SimulatedHubs {
    private static final long START = 0x50_0000;
    private static final long SIZE = 0x4_0000;
    private static final int HUB_SIZE = HubLayout.VTABLE;

    private Address free = Address.fromLong(START);
    private final Address object;

    public SimulatedHubs() {
        SimulatedMemory.current().map(START, SIZE);
        object = type(HubLayout.KIND_CLASS, Address.zero(), List.of());
    }

    private Address take(int bytes) {
        Address result = free;
        free = free.plus(ObjectLayout.align(bytes));
        return result;
    }

    /** The hub of java.lang.Object. */
    public Address object() {
        return object;
    }

    private Address type(int kind, Address superclass, List<Address> interfaces) {
        Address hub = take(HUB_SIZE);
        hub.storeByte((byte) kind, HubLayout.KIND);
        hub.storeReference(superclass, HubLayout.SUPERCLASS);
        int depth = 0;
        if (!superclass.isZero()) {
            depth = superclass.loadInt(HubLayout.DEPTH) + 1;
            for (int i = 0; i < HubLayout.DISPLAY_LENGTH; i++) {
                hub.storeReference(superclass.loadReference(HubLayout.DISPLAY + i * Integer.BYTES), HubLayout.DISPLAY + i * Integer.BYTES);
            }
        }
        hub.storeInt(depth, HubLayout.DEPTH);
        if (depth < HubLayout.DISPLAY_LENGTH) {
            hub.storeReference(hub, HubLayout.DISPLAY + depth * Integer.BYTES);
        }
        hub.storeInt(ObjectLayout.FIRST_FIELD, HubLayout.INSTANCE_SIZE);
        List<Address> all = new ArrayList<>();
        if (kind == HubLayout.KIND_INTERFACE) {
            all.add(hub);
        }
        for (Address each : interfaces) {
            Address list = each.loadReference(HubLayout.INTERFACES);
            for (int i = 0; i < list.loadInt(); i++) {
                all.add(list.loadReference(Integer.BYTES * (i + 1)));
            }
        }
        hub.storeReference(list(all.stream().map(Address::toInt).toList()), HubLayout.INTERFACES);
        return hub;
    }

    private Address list(List<Integer> values) {
        Address list = take(Integer.BYTES * (values.size() + 1));
        list.storeInt(values.size());
        for (int i = 0; i < values.size(); i++) {
            list.storeInt(values.get(i), Integer.BYTES * (i + 1));
        }
        return list;
    }

    public Address interfaceType(Address... superinterfaces) {
        return type(HubLayout.KIND_INTERFACE, object, List.of(superinterfaces));
    }

    public Address classType(Address superclass, Address... interfaces) {
        return type(HubLayout.KIND_CLASS, superclass, List.of(interfaces));
    }

    /** A class whose instances hold a 32-bit number at offset 8, then {@code references} references. */
    public Address classWithReferences(int references) {
        Address hub = classType(object);
        List<Integer> offsets = new ArrayList<>();
        for (int i = 0; i < references; i++) {
            offsets.add(referenceOffset(i));
        }
        hub.storeReference(list(offsets), HubLayout.REFERENCE_MAP);
        hub.storeInt((int) ObjectLayout.align(referenceOffset(references)), HubLayout.INSTANCE_SIZE);
        return hub;
    }

    /** A class as {@link #classWithReferences} makes them, with three references: those of java.lang.ref.Reference that a collector knows. */
    public Address referenceClass(int moreFlags) {
        Address hub = classWithReferences(3);
        hub.storeByte((byte) (HubLayout.FLAG_REFERENCE | moreFlags), HubLayout.FLAGS);
        return hub;
    }

    /** The offset of reference {@code index} in an instance of {@link #classWithReferences}. */
    public static int referenceOffset(int index) {
        return ObjectLayout.FIRST_FIELD + Integer.BYTES + index * ObjectLayout.REFERENCE_SIZE;
    }

    public Address primitive() {
        return type(HubLayout.KIND_PRIMITIVE, Address.zero(), List.of());
    }

    public Address arrayOf(Address component, int logElementSize) {
        boolean primitive = component.loadByte(HubLayout.KIND) == HubLayout.KIND_PRIMITIVE;
        Address hub = type(primitive ? HubLayout.KIND_PRIMITIVE_ARRAY : HubLayout.KIND_REFERENCE_ARRAY, object, List.of());
        hub.storeInt(0, HubLayout.INSTANCE_SIZE);
        hub.storeByte((byte) logElementSize, HubLayout.LOG_ELEMENT_SIZE);
        hub.storeByte((byte) ObjectLayout.arrayBase(1 << logElementSize), HubLayout.ARRAY_BASE);
        hub.storeReference(component, HubLayout.COMPONENT);
        component.storeReference(hub, HubLayout.ARRAY_HUB);
        return hub;
    }
}
