package org.bulkhead.vm.compiler.simple;

import org.bulkhead.vm.magic.Address;
import org.bulkhead.vm.magic.Magic;
import org.bulkhead.vm.runtime.FaultKind;
import org.bulkhead.vm.runtime.layout.HubLayout;
import org.bulkhead.vm.runtime.layout.ObjectLayout;

/**
 * The least runtime that lets methods run. Every object moves whenever the runtime is entered, so a reference that a stack map lacks breaks the
 * program at once. An exception that nobody catches goes back to {@link NativeCalls}' entry.
 */
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

    /** Bytes of each of the two spaces. */
    static final int SPACE = 1 << 20;

    private static final int ARRAY_INDEX = 1;
    private static final int NULL = 2;
    private static final int DIVISION = 3;
    private static final int CAST = 4;
    private static final int STORE = 5;
    private static final int THROWN = 6;
    private static final int LINKAGE = 7;
    private static final int NEGATIVE_SIZE = 8;
    private static final int FRAME = 1024;

    private static Address recovery;
    private static Address recoveryFrame;
    private static int outcome;
    private static int codeTable;
    private static int codeTableLength;
    private static int staticRoots;
    private static int staticRootCount;
    private static Address allocation;
    private static Address fromSpace;
    private static Address toSpace;

    /** Polls between two that move all objects. */
    private static final int POLLS = 250;

    private TestRuntime() {}

    private static void end(int how) {
        outcome = how;
        Magic.jump(recovery, recoveryFrame, recoveryFrame.minus(FRAME), null);
    }

    private static Object allocate(Address hub, long size) {
        moveAll();
        Address object = allocation;
        allocation = object.plus(ObjectLayout.align(size));
        Magic.clear(object, ObjectLayout.align(size));
        object.storeReference(hub, ObjectLayout.HUB);
        return Magic.objectAt(object);
    }

    private static void moveAll() {
        TestCollector.moveAll(Magic.framePointer(), recoveryFrame, Address.fromInt(codeTable), codeTableLength, Address.fromInt(staticRoots), staticRootCount);
    }

    static Address fromSpace() {
        return fromSpace;
    }

    static Address toSpace() {
        return toSpace;
    }

    static void flip(Address newAllocation) {
        Address old = fromSpace;
        fromSpace = toSpace;
        toSpace = old;
        allocation = newAllocation;
    }

    static Object newInstance(Address hub) {
        return allocate(hub, hub.loadInt(HubLayout.INSTANCE_SIZE));
    }

    static Object newArray(Address hub, int length) {
        if (length < 0) {
            end(NEGATIVE_SIZE);
        }
        int log = hub.loadByte(HubLayout.LOG_ELEMENT_SIZE);
        Object array = allocate(hub, ObjectLayout.arraySize(log, length));
        Magic.addressOf(array).storeInt(length, ObjectLayout.ARRAY_LENGTH);
        return array;
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

    private static Address hubOf(Object object) {
        return Magic.addressOf(object).loadReference(ObjectLayout.HUB);
    }

    static boolean instanceOf(Object object, Address hub) {
        boolean result = object != null && isSubtype(hubOf(object), hub);
        moveAll();
        return result;
    }

    static void checkCast(Object object, Address hub) {
        if (object != null && !isSubtype(hubOf(object), hub)) {
            end(CAST);
        }
        moveAll();
    }

    static void checkStore(Object array, Object value) {
        if (value != null && !isSubtype(hubOf(value), hubOf(array).loadReference(HubLayout.COMPONENT))) {
            end(STORE);
        }
        moveAll();
    }

    static void throwException(Object exception) {
        if (exception == null) {
            end(NULL);
        }
        moveAll();
        Address frame = Magic.framePointer();
        while (!frame.loadAddress(0).sameAs(recoveryFrame)) {
            Address pc = frame.loadAddress(Long.BYTES);
            frame = frame.loadAddress(0);
            Address entry = TestCollector.entry(pc, Address.fromInt(codeTable), codeTableLength);
            Address handler = TestCollector.handler(entry, pc, hubOf(exception));
            if (!handler.isZero()) {
                Magic.jump(handler, frame, TestCollector.stackPointer(entry, frame), exception);
            }
        }
        end(THROWN);
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
        LanguageSamples.entered(1);
        moveAll();
    }

    static void monitorExit(Object object) {
        LanguageSamples.entered(-1);
        moveAll();
    }

    static void initializeClass(Address hub) {
        moveAll();
    }

    static void fault(Address pc, Address touched, int kind) {
        // A fault that the compiler did not expect here has no map; that stops the program.
        TestCollector.slotMap(TestCollector.entry(pc.plus(1), Address.fromInt(codeTable), codeTableLength), pc);
        end(kind == FaultKind.DIVISION ? DIVISION : kind == FaultKind.MEMORY && touched.below(Address.fromLong(1 << 20)) ? NULL : THROWN);
    }

    static void poll() {
        Magic.setPolls(POLLS);
        moveAll();
    }

    static void threadStart(Address innermost) {}

    static void linuxStart(Address stack) {}
}
