package org.bulkhead.vm.compiler.simple;

import org.bulkhead.vm.magic.Address;
import org.bulkhead.vm.magic.Magic;
import org.bulkhead.vm.magic.NeverReturns;
import org.bulkhead.vm.runtime.layout.HubLayout;
import org.bulkhead.vm.runtime.layout.ObjectLayout;

/** The least runtime that lets small programs run: it allocates and never collects, and ends the program on the first exception. */
final class TestRuntime {
    private static final int EXIT = 231;
    /** Exit status of a program that threw. */
    static final int THREW = 100;
    /** Exit status of a program that touched what it must not. */
    static final int FAULTED = 101;

    private static Address allocation;

    private TestRuntime() {}

    static void heapAt(Address start) {
        allocation = start;
    }

    private static Address allocate(Address hub, long size) {
        Address object = allocation;
        allocation = object.plus(ObjectLayout.align(size));
        object.storeReference(hub, ObjectLayout.HUB);
        return object;
    }

    static Object newInstance(Address hub) {
        return Magic.objectAt(allocate(hub, hub.loadInt(HubLayout.INSTANCE_SIZE)));
    }

    static Object newArray(Address hub, int length) {
        int log = hub.loadByte(HubLayout.LOG_ELEMENT_SIZE);
        Address array = allocate(hub, ObjectLayout.arraySize(log, length));
        array.storeInt(length, ObjectLayout.ARRAY_LENGTH);
        return Magic.objectAt(array);
    }

    static Object newMultiArray(Address hub, int dimensions, Address lengths) {
        int length = lengths.loadInt();
        Object array = newArray(hub, length);
        if (dimensions > 1) {
            Address component = hub.loadReference(HubLayout.COMPONENT);
            for (int i = 0; i < length; i++) {
                Object part = newMultiArray(component, dimensions - 1, lengths.minus(Long.BYTES));
                Magic.addressOf(array).storeReference(Magic.addressOf(part), ObjectLayout.arrayBase(ObjectLayout.REFERENCE_SIZE) + ObjectLayout.REFERENCE_SIZE * i);
            }
        }
        return array;
    }

    static boolean instanceOf(Object object, Address hub) {
        if (object == null) {
            return false;
        }
        Address own = Magic.addressOf(object).loadReference(ObjectLayout.HUB);
        Address interfaces = own.loadReference(HubLayout.INTERFACES);
        for (int i = 0; i < interfaces.loadInt(); i++) {
            if (interfaces.loadReference(Integer.BYTES * (i + 1)).sameAs(hub)) {
                return true;
            }
        }
        return own.sameAs(hub);
    }

    static void checkCast(Object object, Address hub) {
        if (object != null && !instanceOf(object, hub)) {
            exit(THREW);
        }
    }

    static void checkStore(Object array, Object value) {
        Address component = Magic.addressOf(array).loadReference(ObjectLayout.HUB).loadReference(HubLayout.COMPONENT);
        Address display = Magic.addressOf(value).loadReference(ObjectLayout.HUB).plus(HubLayout.DISPLAY);
        for (int i = 0; i < HubLayout.DISPLAY_LENGTH; i++) {
            if (display.loadReference(Integer.BYTES * i).sameAs(component)) {
                return;
            }
        }
        if (!instanceOf(value, component)) {
            exit(THREW);
        }
    }

    static void throwException(Object exception) {
        exit(THREW);
    }

    static void throwArrayIndex(int index, int length) {
        exit(THREW);
    }

    static void throwLinkage(int kind, Object message) {
        exit(THREW);
    }

    static void abstractCalled() {
        exit(THREW);
    }

    static void interfaceMissing() {
        exit(THREW);
    }

    static void monitorEnter(Object object) {}

    static void monitorExit(Object object) {}

    static void initializeClass(Address hub) {}

    static void fault(Address pc, Address touched, int kind) {
        exit(FAULTED);
    }

    static void linuxStart(Address stack) {}

    @NeverReturns
    private static void exit(int status) {
        Magic.systemCall(EXIT, status, 0, 0, 0, 0, 0);
    }
}
