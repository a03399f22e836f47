package org.bulkhead.servers.datastore;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.bulkhead.isolate.protocol.Change;
import org.bulkhead.isolate.protocol.ChangeKind;
import org.bulkhead.isolate.protocol.DataStore;
import org.bulkhead.isolate.protocol.DataStoreException;
import org.bulkhead.isolate.protocol.DataStoreServer;

/** Who is to be told of which changes, what has not been seen yet, and who waits. Requests that wait are not kept: the nucleus gives them to the successor. */
final class Subscriptions {
    /** Most subscriptions in all. */
    static final int LIMIT = 16;
    /** Most subscriptions of one component. */
    static final int OWNER_LIMIT = 4;

    /** A subscription with the changes that wait in it, oldest first. */
    private record Subscription(Entry entry, NamePattern pattern, Deque<Entry> changes) {}

    /** A request that waits. */
    private record Waiting(int owner, DataStoreServer.NextChangeReply reply) {}

    private final EntryStore store;
    private final List<Subscription> all = new ArrayList<>();
    private final List<Waiting> waiting = new ArrayList<>();

    Subscriptions(EntryStore store) {
        this.store = store;
    }

    /** Takes over a subscription that a predecessor has left. */
    void recover(Entry entry) {
        all.add(new Subscription(entry, NamePattern.kept(entry.name()), new ArrayDeque<>()));
    }

    /** Takes over a change that a predecessor has left, older ones first, after all subscriptions. */
    void recoverChange(Entry change) {
        for (Subscription each : all) {
            if (each.entry.head() == change.link()) {
                each.changes.add(change);
                return;
            }
        }
        // Its subscription was about to end, or is damaged.
        store.erase(change);
    }

    private Subscription find(int owner, String pattern) {
        for (Subscription each : all) {
            if (each.entry.owner() == owner && each.entry.name().equals(pattern)) {
                return each;
            }
        }
        return null;
    }

    private List<Subscription> of(int owner) {
        List<Subscription> own = new ArrayList<>();
        for (Subscription each : all) {
            if (each.entry.owner() == owner) {
                own.add(each);
            }
        }
        return own;
    }

    void subscribe(int owner, NamePattern pattern) throws DataStoreException {
        if (find(owner, pattern.toString()) != null) {
            return;
        }
        if (of(owner).size() == OWNER_LIMIT || all.size() == LIMIT) {
            throw new DataStoreException("no room for a subscription of " + pattern + ": a component has at most " + OWNER_LIMIT + ", all together " + LIMIT + "; end one");
        }
        Entry entry = Entry.wanted(EntryKind.SUBSCRIPTION, owner, store.nextSequence(), 0, pattern.toString(), 0);
        all.add(new Subscription(store.write(EntryMark.VALID, entry, new byte[0]), pattern, new ArrayDeque<>()));
    }

    void unsubscribe(int owner, NamePattern pattern) {
        Subscription found = find(owner, pattern.toString());
        if (found != null) {
            end(found);
        }
    }

    private void end(Subscription subscription) {
        subscription.changes.forEach(store::erase);
        store.erase(subscription.entry);
        all.remove(subscription);
    }

    /** Ends all subscriptions of a component. */
    void drop(int owner) {
        of(owner).forEach(this::end);
        fail(owner, "the component was removed");
    }

    /** Puts a change of a name into all subscriptions that it concerns and that have not got it. */
    void tell(Entry name, long sequence, ChangeKind kind, byte[] value) {
        for (Subscription each : all) {
            if (each.pattern.matches(name.name()) && each.entry.sequence() < sequence && !has(each, sequence)) {
                Entry change = new Entry(0, EntryKind.CHANGE, each.entry.owner(), sequence, Entry.tag(kind, name.type()), each.entry.head(), lastNumber(each) + 1, name.name(),
                    Math.min(value.length, Change.PIECE));
                if (each.changes.size() == DataStore.BACKLOG) {
                    store.erase(each.changes.remove());
                }
                each.changes.add(store.write(EntryMark.VALID, change, value));
            }
        }
    }

    private int lastNumber(Subscription subscription) {
        return subscription.changes.isEmpty() ? store.count(subscription.entry) : subscription.changes.getLast().count();
    }

    private static boolean has(Subscription subscription, long sequence) {
        for (Entry each : subscription.changes) {
            if (each.sequence() == sequence) {
                return true;
            }
        }
        return false;
    }

    /** Returns the number under which the deletion of a name was told to somebody, 0 if it was not. */
    long deletionAfter(Entry name) {
        for (Subscription each : all) {
            for (Entry change : each.changes) {
                if (change.sequence() > name.sequence() && change.name().equals(name.name())) {
                    return change.sequence();
                }
            }
        }
        return 0;
    }

    /** Takes a request for the next change. */
    void next(int owner, long seen, DataStoreServer.NextChangeReply reply) {
        fail(owner, "another request of the same component waits for changes: wait in one place");
        if (of(owner).isEmpty()) {
            reply.fail(new DataStoreException("nothing to wait for: subscribe first"));
            return;
        }
        seen(owner, seen);
        waiting.add(new Waiting(owner, reply));
        answer();
    }

    /** Ends the requests of a component that wait. */
    private void fail(int owner, String why) {
        for (int i = waiting.size() - 1; i >= 0; i--) {
            if (waiting.get(i).owner == owner) {
                waiting.remove(i).reply.fail(new DataStoreException(why));
            }
        }
    }

    /** Forgets the changes that a component has seen. */
    void seen(int owner, long seen) {
        for (Subscription each : of(owner)) {
            while (!each.changes.isEmpty() && each.changes.element().sequence() <= seen) {
                Entry change = each.changes.remove();
                store.count(each.entry, Math.max(store.count(each.entry), change.count()));
                store.erase(change);
            }
        }
    }

    /** Answers requests for which there is a change now. */
    void answer() {
        for (int i = waiting.size() - 1; i >= 0; i--) {
            Waiting each = waiting.get(i);
            Subscription subscription = due(each.owner);
            if (subscription != null) {
                waiting.remove(i);
                if (each.reply.answer(change(subscription))) {
                    store.count(subscription.entry, Math.max(store.count(subscription.entry), subscription.changes.element().count()));
                }
            }
        }
    }

    /** Returns the oldest change that waits for a component, or null. */
    Change oldest(int owner) {
        Subscription subscription = due(owner);
        return subscription == null ? null : change(subscription);
    }

    private Change change(Subscription subscription) {
        Entry oldest = subscription.changes.element();
        byte[] value = store.data(oldest);
        int missed = Math.max(oldest.count() - store.count(subscription.entry) - 1, 0);
        return new Change(oldest.sequence(), oldest.change(), oldest.name(), missed, oldest.type(), value == null ? new byte[0] : value);
    }

    /** Returns the subscription in which the oldest change waits for a component, or null. */
    private Subscription due(int owner) {
        Subscription due = null;
        for (Subscription each : of(owner)) {
            if (!each.changes.isEmpty() && (due == null || each.changes.element().sequence() < due.changes.element().sequence())) {
                due = each;
            }
        }
        return due;
    }
}
