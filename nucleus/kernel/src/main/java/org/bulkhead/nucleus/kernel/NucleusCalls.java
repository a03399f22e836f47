package org.bulkhead.nucleus.kernel;

import org.bulkhead.nucleus.kernel.hardware.Text;
import org.bulkhead.vm.magic.Address;
import org.bulkhead.vm.magic.EntryPoint;

/**
 * What compiled nucleus code asks of its runtime. The nucleus is written so that none of it ever happens: it does not allocate, throw, synchronise or initialise classes. Should it happen all the same,
 * an invariant is broken, and the machine stops with its name.
 */
public final class NucleusCalls {
    private static final byte[] ALLOCATION = Text.of("the nucleus tried to allocate");
    private static final byte[] TYPE_CHECK = Text.of("the nucleus needed a type check at run time");
    private static final byte[] EXCEPTION = Text.of("the nucleus threw an exception");
    private static final byte[] INDEX = Text.of("an array index in the nucleus is out of bounds");
    private static final byte[] LINKAGE = Text.of("the nucleus called something that does not exist");
    private static final byte[] MONITOR = Text.of("the nucleus used a monitor");
    private static final byte[] INITIALIZATION = Text.of("the nucleus touched a class that was not initialised at build time");

    private NucleusCalls() {}

    private static void broken(byte[] what) { Entry.broken(what); }

    private static Object noObject(byte[] what) {
        broken(what);
        return null;
    }

    private static boolean no(byte[] what) {
        broken(what);
        return false;
    }

    @EntryPoint static Object newInstance(Address hub) { return noObject(ALLOCATION); }
    @EntryPoint static Object newArray(Address hub, int length) { return noObject(ALLOCATION); }
    @EntryPoint static Object newMultiArray(Address hub, int dimensions, Address lengths) { return noObject(ALLOCATION); }
    @EntryPoint static boolean instanceOf(Object object, Address hub) { return no(TYPE_CHECK); }
    @EntryPoint static void checkCast(Object object, Address hub) { broken(TYPE_CHECK); }
    @EntryPoint static void checkStore(Object array, Object value) { broken(TYPE_CHECK); }
    @EntryPoint static void throwException(Object exception) { broken(EXCEPTION); }
    @EntryPoint static void throwArrayIndex(int index, int length) { broken(INDEX); }
    @EntryPoint static void throwLinkage(int kind, Object message) { broken(LINKAGE); }
    @EntryPoint static void abstractCalled() { broken(LINKAGE); }
    @EntryPoint static void interfaceMissing() { broken(LINKAGE); }
    @EntryPoint static void monitorEnter(Object object) { broken(MONITOR); }
    @EntryPoint static void monitorExit(Object object) { broken(MONITOR); }
    @EntryPoint static void initializeClass(Address hub) { broken(INITIALIZATION); }
    @EntryPoint static void fault(Address pc, Address address, int kind) { broken(EXCEPTION); }
    @EntryPoint static void linuxStart(Address stack) { broken(LINKAGE); }
}
