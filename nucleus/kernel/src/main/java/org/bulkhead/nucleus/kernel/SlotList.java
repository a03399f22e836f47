package org.bulkhead.nucleus.kernel;

/** The slots of a queue that are in one state, by priority, then by arrival. */
public final class SlotList {
    /** The foremost slot, or null; the others follow by {@link MessageSlot#next}. */
    public MessageSlot first;

    void insert(MessageSlot slot) {
        MessageSlot before = null;
        for (MessageSlot at = first; at != null && isAhead(at, slot); at = at.next) {
            before = at;
        }
        if (before == null) {
            slot.next = first;
            first = slot;
        } else {
            slot.next = before.next;
            before.next = slot;
        }
    }

    private static boolean isAhead(MessageSlot slot, MessageSlot of) {
        return slot.priority > of.priority || slot.priority == of.priority && slot.order < of.order;
    }

    void remove(MessageSlot slot) {
        if (first == slot) {
            first = slot.next;
            return;
        }
        MessageSlot before = first;
        while (before.next != slot) {
            before = before.next;
        }
        before.next = slot.next;
    }
}
