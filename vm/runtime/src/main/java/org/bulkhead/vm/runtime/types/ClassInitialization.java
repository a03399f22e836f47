package org.bulkhead.vm.runtime.types;

import org.bulkhead.vm.magic.Address;
import org.bulkhead.vm.magic.Magic;
import org.bulkhead.vm.runtime.layout.HubLayout;
import org.bulkhead.vm.runtime.layout.InitState;
import org.bulkhead.vm.runtime.thread.Scheduler;
import org.bulkhead.vm.runtime.thread.ThreadQueue;
import org.bulkhead.vm.runtime.thread.ThreadState;
import org.bulkhead.vm.runtime.thread.Threads;
import org.bulkhead.vm.runtime.thread.VmThread;

/**
 * Initialises classes at run time (JVMS §5.5): by the first thread that needs them; others wait.
 *
 * <p>Nothing else runs between a look at a class's state and its change: only initialisers, and the wait for one, let other threads run.
 */
public final class ClassInitialization {
    private static final int LIST_HEADER = 4;

    /** Threads that wait for classes; each wakes when its class is done. */
    private static final ThreadQueue WAITING = new ThreadQueue();

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
        int running = InitState.RUNNING | Threads.scheduler().running().number() << InitState.THREAD_SHIFT;
        while ((state.loadInt() & InitState.STATE_MASK) == InitState.RUNNING && state.loadInt() != running) {
            awaitOther(hub);
        }
        switch (state.loadInt() & InitState.STATE_MASK) {
            case InitState.UNINITIALIZED:
                state.storeInt(running);
                run(hub, state);
                break;
            case InitState.FAILED:
                throw new NoClassDefFoundError("Could not initialize class " + Hubs.mirror(hub).getName());
            default:
                break;
        }
    }

    private static void awaitOther(Address hub) {
        VmThread thread = Threads.scheduler().running();
        thread.awaited = Hubs.mirror(hub);
        WAITING.add(thread);
        Threads.scheduler().await(ThreadState.INITIALIZING, Scheduler.FOREVER);
    }

    /** Ends the initialisation of a class; the threads that wait for it go on. */
    private static void finish(Address hub, Address state, int outcome) {
        state.storeInt(outcome);
        Class<?> mirror = Hubs.mirror(hub);
        VmThread thread = WAITING.first();
        while (thread != null) {
            VmThread next = WAITING.after(thread);
            if (thread.awaited == mirror) {
                WAITING.remove(thread);
                Threads.scheduler().ready(thread);
            }
            thread = next;
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
            finish(hub, state, InitState.INITIALIZED);
        } catch (Error e) {
            finish(hub, state, InitState.FAILED);
            throw e;
        } catch (Throwable t) {
            finish(hub, state, InitState.FAILED);
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
