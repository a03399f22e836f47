package org.bulkhead.nucleus.kernel;

/** A ring that runs through its items and the list's head: those with the least key first, of equal ones that which came first. An item is in one list at a time. */
public final class OrderedList<T extends OrderedList.Link> {
    /** What an item of a list has; of one that is in no list, it leads to itself. */
    public static class Link {
        private Link next = this;
        private Link previous = this;
        /** Its place; changed only to enter the item anew. The head's comes before all. */
        long key = Long.MIN_VALUE;

        final boolean isLinked() {
            return next != this;
        }

        /** Leaves the list that it is in, if any. */
        final void unlink() {
            previous.next = next;
            next.previous = previous;
            next = this;
            previous = this;
        }
    }

    private final Link head = new Link();

    /** Returns the foremost item, or null. */
    T first() {
        return after(head);
    }

    /** Returns the item behind one of the list's, or null. */
    @SuppressWarnings("unchecked")
    T after(Link item) {
        return item.next == head ? null : (T) item.next;
    }

    /** Returns the number of items. */
    int length() {
        int length = 0;
        for (Link item = head.next; item != head; item = item.next) {
            length++;
        }
        return length;
    }

    boolean isEmpty() {
        return head.next == head;
    }

    /** Enters an item, wherever it was, behind all that are not to come after it; looked for from the end. */
    void insert(Link item) {
        item.unlink();
        Link before = head.previous;
        while (before.key > item.key) {
            before = before.previous;
        }
        item.previous = before;
        item.next = before.next;
        before.next.previous = item;
        before.next = item;
    }
}
