package org.bulkhead.programs.core.monitors;

import org.bulkhead.programs.Out;

/** Notifying without owning the monitor is refused; owning it, it is not, however often it was entered. */
public final class MonitorNotOwned {
    private static int caught;

    public static void main(String[] args) {
        Object lock = new Object();
        attempt(lock);
        synchronized (lock) {
            attempt(lock);
            synchronized (lock) {
                attempt(lock);
            }
            attempt(lock);
        }
        attempt(lock);
        Object other = new int[3];
        synchronized (lock) {
            attempt(other);
        }
        try {
            synchronized (other) {
                throw new IllegalStateException();
            }
        } catch (IllegalStateException e) {
            attempt(other);
        }
        Out.println(caught);
    }

    private static void attempt(Object lock) {
        try {
            lock.notify();
            lock.notifyAll();
            Out.println("owned");
        } catch (IllegalMonitorStateException e) {
            Out.println("not owned");
            caught++;
        }
    }
}
