package org.bulkhead.programs.threads.monitors;

/** Whoever is not in a monitor may neither leave it nor wait there nor notify. */
public final class NotOwner {
    private static void refused(Object lock) {
        try {
            lock.notify();
        } catch (IllegalMonitorStateException e) {
            System.out.println("notify: " + e.getMessage());
        }
        try {
            lock.notifyAll();
        } catch (IllegalMonitorStateException e) {
            System.out.println("notifyAll: " + e.getMessage());
        }
        try {
            lock.wait();
        } catch (IllegalMonitorStateException e) {
            System.out.println("wait: " + e.getMessage());
        } catch (InterruptedException e) {
            System.out.println(e);
        }
        try {
            lock.wait(1);
        } catch (IllegalMonitorStateException e) {
            System.out.println("wait a while: " + e.getMessage());
        } catch (InterruptedException e) {
            System.out.println(e);
        }
    }

    public static void main(String[] args) throws InterruptedException {
        Object lock = new Object();
        refused(lock);
        synchronized (lock) {
            Thread other = new Thread(() -> refused(lock));
            other.start();
            other.join();
        }
        refused(lock);
    }
}
