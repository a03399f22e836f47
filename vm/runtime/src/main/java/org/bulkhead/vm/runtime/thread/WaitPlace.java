package org.bulkhead.vm.runtime.thread;

/** Where threads wait, if more is to be done than to let them go on when they do not wait any longer. */
public interface WaitPlace {
    /** Is told that {@code thread} waits no longer, as its {@link VmThread#wakeup} says; makes it ready, now or later. Allocates nothing. */
    void giveUp(VmThread thread);
}
