package org.bulkhead.programs.threads.basic;

/** Names, numbers, priorities, groups, daemons. */
public final class ThreadProperties {
    public static void main(String[] args) throws InterruptedException {
        Thread main = Thread.currentThread();
        System.out.println(main.getName() + " " + main.getPriority() + " " + main.isDaemon() + " " + main.getThreadGroup().getName() + " " + main.getThreadGroup().getParent().getName());
        System.out.println(main + " " + main.isAlive() + " " + main.getState());
        Thread thread = new Thread(() -> System.out.println("I am " + Thread.currentThread() + " " + Thread.currentThread().isDaemon()), "named");
        thread.setPriority(Thread.MAX_PRIORITY);
        thread.setDaemon(true);
        thread.start();
        thread.join();
        System.out.println(thread.getThreadGroup());
        ThreadGroup group = new ThreadGroup("mine");
        group.setMaxPriority(3);
        Thread low = new Thread(group, () -> System.out.println(Thread.currentThread().getThreadGroup().getName() + " " + group.activeCount()), "low");
        System.out.println(low.getPriority() + " " + group.activeCount());
        low.start();
        low.join();
        System.out.println(group.activeCount() + " " + group.getParent().getName());
        Thread child = new Thread(() -> { });
        System.out.println(child.getName() + " " + new Thread().getName() + " " + (new Thread("x").getId() > child.getId()));
        child.setName("renamed");
        System.out.println(child.getName());
        try {
            child.setPriority(11);
        } catch (IllegalArgumentException e) {
            System.out.println("no such priority");
        }
        try {
            new Thread((String) null);
        } catch (NullPointerException e) {
            System.out.println("no name");
        }
        System.out.println(Thread.holdsLock(group));
        synchronized (group) {
            System.out.println(Thread.holdsLock(group));
        }
    }
}
