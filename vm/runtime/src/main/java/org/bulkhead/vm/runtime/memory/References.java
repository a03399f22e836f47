package org.bulkhead.vm.runtime.memory;

import org.bulkhead.vm.magic.Address;
import org.bulkhead.vm.magic.Uninterruptible;
import org.bulkhead.vm.runtime.layout.HubLayout;
import org.bulkhead.vm.runtime.types.Hubs;

/**
 * The objects of {@code java.lang.ref.Reference}'s subclasses in a collection: a referent that is reached through them only is cleared.
 *
 * <p>Weak and phantom references differ in nothing here, as there are no finalizers that could bring a referent back. Soft references count as strong, but in a collection that is the last thing to try
 * before an OutOfMemoryError: that one clears all whose referents are not reached otherwise.
 *
 * <p>References whose referent was not reached yet when they were looked into form a list through their field {@code discovered}, the last leading to itself. Of those that are cleared, the ones that have a queue
 * become <em>pending</em>: another list through the same field, ending with null, from which {@code ReferenceSubstitution} takes them.
 */
@Uninterruptible(reason = "part of a collection")
final class References {
    private int referent;
    private int queue;
    private int link;
    private Address noQueue = Address.zero();
    private Address discovered = Address.zero();
    private Address pending = Address.zero();
    private boolean clearingSoft;
    private boolean keptSoft;

    References() {}

    /** Sets the offsets of the fields {@code referent}, {@code queue} and {@code discovered}, and the queue that stands for none, which does not lie in the heap. */
    void describe(int referentOffset, int queueOffset, int discoveredOffset, Address nullQueue) {
        referent = referentOffset;
        queue = queueOffset;
        link = discoveredOffset;
        noQueue = nullQueue;
    }

    /** Has the next collection clear soft references too. */
    void clearSoftOnce() {
        clearingSoft = true;
    }

    void start(Collector collector) {
        discovered = Address.zero();
        keptSoft = false;
        pending = collector.kept(pending);
    }

    /** Looks into an object whose hub has the flag {@link HubLayout#FLAG_REFERENCE}. */
    void visit(Collector collector, Address object, Address hub) {
        Address target = object.loadReference(referent);
        if (target.isZero() || collector.isReached(target)) {
            collector.forwardMapped(object, hub, 0);
        } else if (!clearingSoft && Hubs.has(hub, HubLayout.FLAG_SOFT_REFERENCE)) {
            keptSoft = true;
            collector.forwardMapped(object, hub, 0);
        } else if (object.loadReference(link).isZero()) {
            collector.forwardMapped(object, hub, referent);
            object.storeReference(discovered.isZero() ? object : discovered, link);
            discovered = object;
        }
    }

    /** Clears what has to be cleared; when everything else is marked. */
    void finish(Collector collector) {
        Address each = discovered;
        while (!each.isZero()) {
            Address next = each.loadReference(link);
            Address target = each.loadReference(referent);
            if (collector.isReached(target)) {
                each.storeReference(collector.kept(target), referent);
                each.storeReference(Address.zero(), link);
            } else {
                each.storeReference(Address.zero(), referent);
                if (each.loadReference(queue).sameAs(noQueue)) {
                    each.storeReference(Address.zero(), link);
                } else {
                    each.storeReference(pending, link);
                    pending = each;
                }
            }
            each = next.sameAs(each) ? Address.zero() : next;
        }
        clearingSoft = false;
    }

    /** Returns whether a soft reference kept its referent alive in the last collection. */
    boolean keptSoft() {
        return keptSoft;
    }

    boolean arePending() {
        return !pending.isZero();
    }

    /** Returns the first of the list of pending references, or 0, and forgets them. */
    Address takePending() {
        Address first = pending;
        pending = Address.zero();
        return first;
    }
}
