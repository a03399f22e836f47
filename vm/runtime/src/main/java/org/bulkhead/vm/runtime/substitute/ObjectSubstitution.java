package org.bulkhead.vm.runtime.substitute;

import org.bulkhead.vm.magic.Magic;
import org.bulkhead.vm.runtime.memory.Allocation;
import org.bulkhead.vm.runtime.memory.Objects;
import org.bulkhead.vm.runtime.monitor.Monitors;
import org.bulkhead.vm.runtime.types.Hubs;

/** The native methods of Object. */
@Substitutes("java.lang.Object")
final class ObjectSubstitution {
    private ObjectSubstitution() {}

    @Replace(reason = "in the hub", name = "getClass")
    private Class<?> classOf() {
        return Hubs.mirror(Hubs.of(this));
    }

    @Override
    @Replace(reason = "the VM's identity hash")
    public int hashCode() {
        return Objects.identityHash(Magic.addressOf(this));
    }

    @Override
    @Replace(reason = "the VM's copy")
    protected Object clone() throws CloneNotSupportedException {
        if (!Allocation.isCloneable(Hubs.of(this))) {
            throw new CloneNotSupportedException(classOf().getName());
        }
        return Allocation.copyOf(this);
    }

    @Replace(reason = "the VM's monitors", name = "notify")
    private void notifyOne() {
        Monitors.signal(this);
    }

    @Replace(reason = "the VM's monitors", name = "notifyAll")
    private void notifyEveryone() {
        Monitors.signalAll(this);
    }

    @Replace(reason = "the VM's monitors", name = "wait")
    private void await(long millis) throws InterruptedException {
        if (millis < 0) {
            throw new IllegalArgumentException("timeout value is negative");
        }
        if (!Monitors.holds(this)) {
            throw new IllegalMonitorStateException("current thread is not owner");
        }
        if (Thread.interrupted() || Monitors.await(this, millis)) {
            Thread.interrupted();
            throw new InterruptedException();
        }
    }
}
