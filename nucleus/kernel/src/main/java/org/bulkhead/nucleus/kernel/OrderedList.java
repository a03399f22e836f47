package org.bulkhead.nucleus.kernel;

/** A doubly linked list that runs through its items: those with the least key first, of equal ones that which came first. An item is in one list at a time. */
public final class OrderedList<T extends OrderedList.Link<T>> {
    /** What an item of a list has. */
    public abstract static class Link<T extends Link<T>> {
        /** The item behind, or null. */
        T next;
        T previous;
        /** Its place; not to be changed while it is in a list. */
        long key;
    }

    /** The foremost item, or null. */
    T first;
    private T last;

    /** Enters an item behind all that are not to come after it; looked for from the end. */
    void insert(T item) {
        T before = last;
        while (before != null && before.key > item.key) {
            before = before.previous;
        }
        T behind = before == null ? first : before.next;
        item.previous = before;
        item.next = behind;
        if (before == null) {
            first = item;
        } else {
            before.next = item;
        }
        if (behind == null) {
            last = item;
        } else {
            behind.previous = item;
        }
    }

    void remove(T item) {
        T before = item.previous;
        T behind = item.next;
        if (before == null) {
            first = behind;
        } else {
            before.next = behind;
        }
        if (behind == null) {
            last = before;
        } else {
            behind.previous = before;
        }
    }
}
