package org.bulkhead.isolate.store;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.function.Consumer;
import org.bulkhead.isolate.Grants;
import org.bulkhead.isolate.Services;
import org.bulkhead.isolate.call.RawMemory;
import org.bulkhead.isolate.protocol.DamagedStateException;
import org.bulkhead.isolate.protocol.DataStore;
import org.bulkhead.isolate.protocol.DataStoreException;
import org.bulkhead.isolate.protocol.StateInfo;

/**
 * What a component leaves to its successor: bytes that the datastore keeps, with a checksum, for this component alone.
 *
 * <pre>
 * PrivateState state = new PrivateState(grants);                                // &#64;UsesService(DataStore.SERVICE)
 * Optional&lt;SavedState&gt; before = state.load();                             // empty in the first life
 * ...
 * state.commit(1, bytes);                                                       // before the reply to whoever is told that it is done
 * </pre>
 * A commit is there whole or not at all, whoever dies meanwhile; until it is done the state before it stays. If the datastore is being restarted a request waits for its successor.
 *
 * <p>Every method throws a {@link org.bulkhead.isolate.call.NucleusException} if the datastore cannot be asked at all: {@link org.bulkhead.isolate.call.OfflineException} when it was given up,
 * {@link org.bulkhead.isolate.call.DeadlineException} when it has not answered a {@link #load} within two seconds.
 */
public final class PrivateState {
    private static final int PAGE = 4096;

    private final DataStore store;
    private final int limit;
    /** Made when it is first needed. */
    private ByteBuffer memory;

    /**
     * Makes the access of a component to its state; sends nothing.
     *
     * @param grants the isolate's own, with {@code @UsesService(DataStore.SERVICE)}
     * @throws IllegalArgumentException if the manifest does not name the datastore
     */
    public PrivateState(Grants grants) {
        this(new Services(grants).connect(DataStore.SERVICE, DataStore.class), grants.manifest().stateBytes());
    }

    /**
     * Makes the access to a state in a given datastore.
     *
     * @param store the datastore
     * @param limit most bytes, as {@code @Limits(state = ...)} says
     */
    public PrivateState(DataStore store, int limit) {
        this.store = store;
        this.limit = Math.min(limit, DataStore.STATE_LIMIT);
    }

    private ByteBuffer memory() {
        if (memory == null) {
            // Whole pages are lent without being copied.
            memory = RawMemory.allocateBuffer((limit + PAGE - 1) / PAGE * PAGE);
        }
        return memory.clear();
    }

    /** {@return the most bytes that a state can have: what the manifest says, but not more than {@link DataStore#STATE_LIMIT}} */
    public int limit() {
        return limit;
    }

    /**
     * Keeps {@code state} in the place of what was committed before.
     *
     * @param version number that tells the successor how to read the state
     * @param state the state, at most {@link #limit()} bytes
     * @throws DataStoreException if it is longer than that, or the datastore has no room left; the state before it stays
     */
    public void commit(int version, byte[] state) throws DataStoreException {
        if (state.length > limit) {
            throw new DataStoreException("a private state of " + state.length + " bytes, at most " + limit + " are kept: raise @Limits(state), up to " + DataStore.STATE_LIMIT + ", or keep less");
        }
        if (state.length <= DataStore.SHORT_STATE) {
            store.commit(version, state);
        } else {
            store.commitLent(version, memory().put(state).flip());
        }
    }

    /**
     * {@return the state that was committed last, in this life of the component or an earlier one; empty if there is none}
     *
     * @throws DamagedStateException if it is damaged: none of it is given out, and the next commit takes its place
     */
    public Optional<SavedState> load() throws DamagedStateException {
        ByteBuffer into = memory();
        try {
            StateInfo found = store.load(into);
            if (found == null) {
                return Optional.empty();
            }
            byte[] bytes = new byte[found.length()];
            into.get(0, bytes);
            return Optional.of(new SavedState(found.version(), bytes));
        } catch (DataStoreException e) {
            // It was committed by a version of the component that may keep more.
            throw new DamagedStateException(e.getMessage());
        }
    }

    /**
     * Lets {@code reader} read a state that was loaded. If it cannot, the state is forgotten: a damaged predecessor has left it, and without that every successor would die of it too.
     *
     * @param state the bytes, or a part of them
     * @param reader takes them apart, and throws if they are not what it expects
     * @throws IllegalStateException if {@code reader} throws; an author lets it end the component, whose successor begins anew
     */
    public void read(ByteBuffer state, Consumer<ByteBuffer> reader) {
        try {
            reader.accept(state);
        } catch (RuntimeException e) {
            forget();
            throw new IllegalStateException("what a predecessor has left cannot be read, and is forgotten", e);
        }
    }

    /** Forgets what was committed. */
    public void forget() {
        store.forget();
    }
}
