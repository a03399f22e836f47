package org.bulkhead.isolate.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.bulkhead.isolate.Grants;
import org.bulkhead.isolate.Services;
import org.bulkhead.isolate.call.Nucleus;
import org.bulkhead.isolate.call.PoisonedException;
import org.bulkhead.isolate.call.RawMemory;
import org.bulkhead.isolate.protocol.Change;
import org.bulkhead.isolate.protocol.DataEntry;
import org.bulkhead.isolate.protocol.DataStore;
import org.bulkhead.isolate.protocol.DataStoreException;
import org.bulkhead.isolate.protocol.ValueType;

/**
 * The names that components publish in the datastore, and news of them.
 *
 * <pre>
 * Directory directory = new Directory(grants);                                  // &#64;UsesService(DataStore.SERVICE)
 * directory.publish("net/ne0/address", "52:54:00:12:34:56");
 * directory.subscribe("component/*");
 * Change change = directory.nextChange(Nucleus.FOREVER);                        // a birth or a death, as it happens
 * </pre>
 * Names and patterns are described in {@link DataStore}. A name belongs to the component that publishes it first: others cannot change or delete it. Names and subscriptions stay when their component
 * dies; its successor, who does not know what its predecessor had seen, is told once more what was not yet acknowledged.
 *
 * <p>Every method throws a {@link org.bulkhead.isolate.call.NucleusException} if the datastore cannot be asked at all.
 */
public final class Directory {
    private final DataStore store;
    /** Made when it is first needed. */
    private ByteBuffer memory;
    private long seen;

    /**
     * Makes the access of a component to the names; sends nothing.
     *
     * @param grants the isolate's own, with {@code @UsesService(DataStore.SERVICE)}
     * @throws IllegalArgumentException if the manifest does not name the datastore
     */
    public Directory(Grants grants) {
        this(new Services(grants).connect(DataStore.SERVICE, DataStore.class));
    }

    /**
     * Makes the access to the names of a given datastore.
     *
     * @param store the datastore
     */
    public Directory(DataStore store) {
        this.store = store;
    }

    private ByteBuffer memory() {
        if (memory == null) {
            memory = RawMemory.allocateBuffer(DataStore.VALUE_LIMIT);
        }
        return memory.clear();
    }

    /**
     * Publishes a number.
     *
     * @param name the name
     * @param value the number
     * @throws DataStoreException if the name is none, belongs to another component, or there is no room for one more
     */
    public void publish(String name, long value) throws DataStoreException {
        store.publish(name, ValueType.LONG, memory().putLong(value).flip());
    }

    /**
     * Publishes a text.
     *
     * @param name the name
     * @param value the text, at most {@link DataStore#VALUE_LIMIT} bytes of UTF-8
     * @throws DataStoreException if the name is none, belongs to another component, the text is too long, or there is no room for one more
     */
    public void publish(String name, String value) throws DataStoreException {
        publish(name, ValueType.STRING, value.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Publishes bytes.
     *
     * @param name the name
     * @param value at most {@link DataStore#VALUE_LIMIT} bytes
     * @throws DataStoreException if the name is none, belongs to another component, there are too many bytes, or there is no room for one more
     */
    public void publish(String name, byte[] value) throws DataStoreException {
        publish(name, ValueType.BYTES, value);
    }

    private void publish(String name, ValueType type, byte[] value) throws DataStoreException {
        if (value.length > DataStore.VALUE_LIMIT) {
            throw new DataStoreException("the value of " + name + " has " + value.length + " bytes, at most " + DataStore.VALUE_LIMIT + " are kept: publish several names");
        }
        store.publish(name, type, memory().put(value).flip());
    }

    /**
     * {@return what a name was given, empty if nobody has published it}
     *
     * @param name the name
     * @throws DataStoreException if the name is none
     */
    public Optional<PublishedValue> retrieve(String name) throws DataStoreException {
        return value(store.retrieve(name, memory()));
    }

    /**
     * {@return number {@code index} of the names that match a pattern, in the order of their characters; empty beyond the last}
     *
     * @param pattern which names
     * @param index from 0 on
     * @throws DataStoreException if the pattern is none
     */
    public Optional<PublishedValue> list(String pattern, int index) throws DataStoreException {
        return value(store.list(pattern, index, memory()));
    }

    private Optional<PublishedValue> value(DataEntry entry) {
        if (entry == null) {
            return Optional.empty();
        }
        byte[] bytes = new byte[entry.length()];
        memory.get(0, bytes);
        return Optional.of(new PublishedValue(entry.name(), entry.owner(), entry.type(), bytes));
    }

    /**
     * Takes a name of this component back; if there is none, nothing happens.
     *
     * @param name the name
     * @throws DataStoreException if it belongs to another component
     */
    public void delete(String name) throws DataStoreException {
        store.delete(name);
    }

    /**
     * Begins to keep changes of the names that match a pattern; a component can have several subscriptions.
     *
     * @param pattern which names
     * @throws DataStoreException if the pattern is none, or there is no room for one more subscription
     */
    public void subscribe(String pattern) throws DataStoreException {
        store.subscribe(pattern);
    }

    /**
     * Ends a subscription; if there is none, nothing happens.
     *
     * @param pattern as in {@link #subscribe}
     * @throws DataStoreException if the pattern is none
     */
    public void unsubscribe(String pattern) throws DataStoreException {
        store.unsubscribe(pattern);
    }

    /**
     * Waits for the next change in any subscription of this component, and takes it. {@link Change#missed} says whether some were dropped before it.
     *
     * @param timeout nanoseconds to wait; then {@link org.bulkhead.isolate.call.DeadlineException} is thrown, and changes wait
     * @return the change
     * @throws DataStoreException if there is no subscription
     */
    public Change nextChange(long timeout) throws DataStoreException {
        long deadline = Nucleus.after(timeout);
        while (true) {
            try {
                Change change = store.nextChange(seen, deadline == Nucleus.FOREVER ? deadline : Math.max(deadline - Nucleus.now(), 0));
                seen = change.sequence();
                return change;
            } catch (PoisonedException e) {
                // The datastore died twice while this waited, which is no fault of a request that only waits.
                continue;
            }
        }
    }
}
