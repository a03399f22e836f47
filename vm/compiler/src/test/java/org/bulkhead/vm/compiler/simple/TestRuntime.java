package org.bulkhead.vm.compiler.simple;

import org.bulkhead.vm.magic.Address;
import org.bulkhead.vm.magic.Magic;
import org.bulkhead.vm.runtime.FaultKind;
import org.bulkhead.vm.runtime.layout.HubLayout;
import org.bulkhead.vm.runtime.layout.ObjectLayout;

/** The least runtime that lets small methods run: it allocates and never collects, and every exception goes back to {@link NativeCalls}' entry. */
final class TestRuntime {
    /** How a call ended. */
    enum Outcome {
        RETURNED, ARRAY_INDEX, NULL, DIVISION, CAST, STORE, THROWN, LINKAGE, NEGATIVE_SIZE;

        static Outcome of(Throwable thrown) {
            return thrown instanceof ArrayIndexOutOfBoundsException ? ARRAY_INDEX
                : thrown instanceof NullPointerException ? NULL
                : thrown instanceof ArithmeticException ? DIVISION
                : thrown instanceof ClassCastException ? CAST
                : thrown instanceof ArrayStoreException ? STORE
                : thrown instanceof NegativeArraySizeException ? NEGATIVE_SIZE
                : thrown instanceof LinkageError ? LINKAGE : THROWN;
        }
    }

    private static final int ARRAY_INDEX = 1;
    private static final int NULL = 2;
    private static final int DIVISION = 3;
    private static final int CAST = 4;
    private static final int STORE = 5;
    private static final int THROWN = 6;
    private static final int LINKAGE = 7;
    private static final int NEGATIVE_SIZE = 8;
    private static final int FRAME = 1024;

    private static Address allocation;
    private static Address recovery;
    private static Address recoveryFrame;
    private static int outcome;
    /** Counts the slow paths of class initialisation. */
    private static int initializations;

    private TestRuntime() {}

    private static void end(int how) {
        outcome = how;
        Magic.jump(recovery, recoveryFrame, recoveryFrame.minus(FRAME), null);
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
        if (length < 0) {
            end(NEGATIVE_SIZE);
        }
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

    private static boolean isSubtype(Address own, Address hub) {
        Address interfaces = own.loadReference(HubLayout.INTERFACES);
        for (int i = 0; i < interfaces.loadInt(); i++) {
            if (interfaces.loadReference(Integer.BYTES * (i + 1)).sameAs(hub)) {
                return true;
            }
        }
        for (int i = 0; i < HubLayout.DISPLAY_LENGTH; i++) {
            if (own.loadReference(HubLayout.DISPLAY + Integer.BYTES * i).sameAs(hub)) {
                return true;
            }
        }
        Address ownComponent = own.loadReference(HubLayout.COMPONENT);
        Address component = hub.loadReference(HubLayout.COMPONENT);
        return own.sameAs(hub) || !ownComponent.isZero() && !component.isZero() && isSubtype(ownComponent, component);
    }

    static boolean instanceOf(Object object, Address hub) {
        return object != null && isSubtype(Magic.addressOf(object).loadReference(ObjectLayout.HUB), hub);
    }

    static void checkCast(Object object, Address hub) {
        if (object != null && !instanceOf(object, hub)) {
            end(CAST);
        }
        clobber();
    }

    static void checkStore(Object array, Object value) {
        if (value != null && !instanceOf(value, Magic.addressOf(array).loadReference(ObjectLayout.HUB).loadReference(HubLayout.COMPONENT))) {
            end(STORE);
        }
        clobber();
    }

    static void throwException(Object exception) {
        end(exception == null ? NULL : THROWN);
    }

    static void throwArrayIndex(int index, int length) {
        end(index >= 0 && index < length ? THROWN : ARRAY_INDEX);
    }

    static void throwLinkage(int kind, Object message) {
        end(LINKAGE);
    }

    static void abstractCalled() {
        end(LINKAGE);
    }

    static void interfaceMissing() {
        end(LINKAGE);
    }

    static void monitorEnter(Object object) {
        clobber();
    }

    static void monitorExit(Object object) {
        clobber();
    }

    static void initializeClass(Address hub) {
        initializations++;
        clobber();
    }

    /** Leaves nothing of the caller's in the registers. */
    private static long clobber() {
        Address start = Magic.stackPointer().minus(256);
        Magic.clear(start, 64);
        Magic.copy(start, start.minus(64), 64);
        return mix(1, 2, 3, 4, 5, 6) + (long) mixDoubles(1, 2, 3, 4, 5, 6, 7, 8);
    }

    private static long mix(long a, long b, long c, long d, long e, long f) {
        return a << b | c * d - (e << f) + (a + (b + (c + (d + (e + (f + (a * (b * (c * (d * e))))))))));
    }

    private static double mixDoubles(double a, double b, double c, double d, double e, double f, double g, double h) {
        return a * b + (c * d + (e * f + (g * h + (a * c + (b * d + (e * g + (f * h)))))));
    }

    static void fault(Address pc, Address touched, int kind) {
        end(kind == FaultKind.DIVISION ? DIVISION : kind == FaultKind.MEMORY && touched.below(Address.fromLong(1 << 20)) ? NULL : THROWN);
    }

    static void linuxStart(Address stack) {}
}
