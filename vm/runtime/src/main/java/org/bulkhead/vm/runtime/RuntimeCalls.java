package org.bulkhead.vm.runtime;

import org.bulkhead.vm.magic.Address;
import org.bulkhead.vm.magic.EntryPoint;
import org.bulkhead.vm.magic.NeverReturns;
import org.bulkhead.vm.magic.NoStackProbe;
import org.bulkhead.vm.runtime.exceptions.Faults;
import org.bulkhead.vm.runtime.exceptions.Unwinder;
import org.bulkhead.vm.runtime.exceptions.VmErrors;
import org.bulkhead.vm.runtime.memory.Allocation;
import org.bulkhead.vm.runtime.monitor.Monitors;
import org.bulkhead.vm.runtime.platform.LinuxStart;
import org.bulkhead.vm.runtime.platform.NucleusStart;
import org.bulkhead.vm.runtime.thread.Threads;
import org.bulkhead.vm.runtime.types.ClassInitialization;
import org.bulkhead.vm.runtime.types.Hubs;
import org.bulkhead.vm.runtime.types.TypeChecks;

/** What compiled code calls, by name: each method is one entry of the compiler's {@code RuntimeCall}, which says what it does. */
@NoStackProbe
public final class RuntimeCalls {
    private RuntimeCalls() {}

    @EntryPoint
    public static Object newInstance(Address hub) {
        return Allocation.newInstance(hub);
    }

    @EntryPoint
    public static Object newArray(Address hub, int length) {
        return Allocation.newArray(hub, length);
    }

    @EntryPoint
    public static Object newMultiArray(Address hub, int dimensions, Address lengths) {
        return Allocation.newMultiArray(hub, dimensions, lengths);
    }

    @EntryPoint
    public static boolean instanceOf(Object object, Address hub) {
        return object != null && TypeChecks.isSubtype(Hubs.of(object), hub);
    }

    @EntryPoint
    public static void checkCast(Object object, Address hub) {
        if (object != null && !TypeChecks.isSubtype(Hubs.of(object), hub)) {
            throw VmErrors.classCast(object, hub);
        }
    }

    @EntryPoint
    public static void checkStore(Object array, Object value) {
        if (value != null && !TypeChecks.isSubtype(Hubs.of(value), Hubs.component(Hubs.of(array)))) {
            throw VmErrors.arrayStore(value);
        }
    }

    @EntryPoint
    @NeverReturns
    public static void throwException(Object exception) {
        if (exception == null) {
            Unwinder.raise(new NullPointerException());
        }
        Unwinder.raise(exception);
    }

    @EntryPoint
    @NeverReturns
    public static void throwArrayIndex(int index, int length) {
        throw VmErrors.arrayIndex(index, length);
    }

    @EntryPoint
    @NeverReturns
    public static void throwLinkage(int kind, Object message) {
        throw VmErrors.linkage(kind, (String) message);
    }

    @EntryPoint
    @NeverReturns
    public static void abstractCalled() {
        throw new AbstractMethodError();
    }

    @EntryPoint
    @NeverReturns
    public static void interfaceMissing() {
        throw new IncompatibleClassChangeError();
    }

    @EntryPoint
    public static void monitorEnter(Object object) {
        if (object == null) {
            throw new NullPointerException();
        }
        Monitors.enter(object);
    }

    @EntryPoint
    public static void monitorExit(Object object) {
        if (object == null) {
            throw new NullPointerException();
        }
        Monitors.exit(object);
    }

    @EntryPoint
    public static void initializeClass(Address hub) {
        ClassInitialization.initialize(hub);
    }

    @EntryPoint
    @NeverReturns
    public static void fault(Address pc, Address address, int kind) {
        Faults.raise(pc, address, kind);
    }

    @EntryPoint
    public static void poll() {
        Threads.scheduler().poll();
    }

    @EntryPoint
    @NeverReturns
    public static void threadStart(Address innermost) {
        Threads.live(innermost);
    }

    @EntryPoint
    @NeverReturns
    public static void linuxStart(Address stackPointer) {
        LinuxStart.run(stackPointer);
    }

    /** First Java code of an isolate; the nucleus enters it with the isolate's program, incarnation, argument, and heap. */
    @EntryPoint
    @NeverReturns
    public static void isolateStart(int program, int incarnation, long argument, Address heapStart, long heapBytes) {
        NucleusStart.run(program, incarnation, argument, heapStart, heapBytes);
    }
}
