package org.bulkhead.vm.runtime.types;

import org.bulkhead.vm.magic.Address;
import org.bulkhead.vm.magic.Magic;
import org.bulkhead.vm.runtime.layout.HubLayout;
import org.bulkhead.vm.runtime.layout.InitState;

/** Initialises classes at run time (JVMS §5.5), for a program of one thread. */
public final class ClassInitialization {
    private static final int LIST_HEADER = 4;

    private ClassInitialization() {}

    /**
     * Initialises the class with that hub, its superclasses first, unless that is done or under way.
     *
     * @throws ExceptionInInitializerError if an initialiser threw something that is not an error
     * @throws NoClassDefFoundError if an earlier attempt failed
     */
    public static void initialize(Address hub) {
        Address state = hub.loadReference(HubLayout.INIT_STATE);
        if (state.isZero()) {
            return;
        }
        switch (state.loadInt()) {
            case InitState.UNINITIALIZED:
                state.storeInt(InitState.RUNNING);
                run(hub, state);
                break;
            case InitState.FAILED:
                throw new NoClassDefFoundError("Could not initialize class " + Hubs.mirror(hub).getName());
            default:
                break;
        }
    }

    /** Returns whether {@link #initialize} would have something to do. */
    public static boolean isPending(Address hub) {
        Address state = hub.loadReference(HubLayout.INIT_STATE);
        return !state.isZero() && state.loadInt() != InitState.INITIALIZED;
    }

    private static void run(Address hub, Address state) {
        try {
            if (!Hubs.isInterface(hub)) {
                Address superclass = Hubs.superclass(hub);
                if (!superclass.isZero()) {
                    initialize(superclass);
                }
                initializeInterfaces(hub);
            }
            Address initializer = hub.loadReference(HubLayout.CLASS_INITIALIZER);
            if (!initializer.isZero()) {
                Magic.call(initializer);
            }
            state.storeInt(InitState.INITIALIZED);
        } catch (Error e) {
            state.storeInt(InitState.FAILED);
            throw e;
        } catch (Throwable t) {
            state.storeInt(InitState.FAILED);
            throw new ExceptionInInitializerError(t);
        }
    }

    /** Initialises the superinterfaces that declare default methods, an interface's own superinterfaces before it. */
    private static void initializeInterfaces(Address hub) {
        Address list = hub.loadReference(HubLayout.INTERFACES);
        if (list.isZero()) {
            return;
        }
        Address end = list.plus(LIST_HEADER + (long) list.loadInt() * Integer.BYTES);
        for (Address each = list.plus(LIST_HEADER); each.below(end); each = each.plus(Integer.BYTES)) {
            Address superinterface = each.loadReference(0);
            if (!superinterface.sameAs(hub)) {
                initializeInterfaces(superinterface);
                if (Hubs.has(superinterface, HubLayout.FLAG_DEFAULT_METHODS)) {
                    initialize(superinterface);
                }
            }
        }
    }
}
