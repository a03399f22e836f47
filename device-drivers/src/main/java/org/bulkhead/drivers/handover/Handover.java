package org.bulkhead.drivers.handover;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.function.Consumer;
import org.bulkhead.isolate.Grants;
import org.bulkhead.isolate.NotNowException;
import org.bulkhead.isolate.call.Log;
import org.bulkhead.isolate.call.NucleusException;
import org.bulkhead.isolate.protocol.DamagedStateException;
import org.bulkhead.isolate.protocol.DataStoreException;
import org.bulkhead.isolate.store.PrivateState;
import org.bulkhead.isolate.store.SavedState;

/**
 * The state that a driver gets from its predecessor and leaves to its successor, in the datastore: with the number of the incarnation that left it at rest, so that a successor knows whether the device
 * is as the state says, or the predecessor died later.
 *
 * <p>A state is of use, but no driver depends on one: if it is damaged, or of another version, or the datastore cannot be asked, the driver begins without. Only in a live update a version that cannot read
 * what the old one has left at rest refuses to start, so that the old one goes on.
 */
public final class Handover {
    private static final int AT_WORK = -1;

    private final PrivateState store;
    private final String name;
    private final int version;
    private final int incarnation;
    private Optional<ByteBuffer> state = Optional.empty();
    private boolean atRest;

    /**
     * Looks what a predecessor has left, if there was one.
     *
     * @param grants the driver's own, with {@code @UsesService(DataStore.SERVICE)}
     * @param version number of the layout of its state
     * @throws IllegalStateException if the predecessor came to rest for this driver, and its state has another version
     */
    public Handover(Grants grants, int version) {
        store = new PrivateState(grants);
        name = grants.manifest().name();
        this.version = version;
        incarnation = grants.incarnation();
        if (incarnation > 0) {
            load().ifPresent(this::take);
        }
    }

    private Optional<SavedState> load() {
        try {
            return store.load();
        } catch (DamagedStateException | NucleusException e) {
            Log.line(name + ": begins without state: " + e.getMessage());
            return Optional.empty();
        }
    }

    private void take(SavedState saved) {
        ByteBuffer bytes = ByteBuffer.wrap(saved.bytes());
        atRest = bytes.getInt() == incarnation - 1;
        if (saved.version() == version) {
            state = Optional.of(bytes.slice());
            return;
        }
        String what = name + " reads states of version " + version + ", and there is one of version " + saved.version();
        if (atRest) {
            throw new IllegalStateException(what);
        }
        Log.line(what + ": begins without");
    }

    /** Returns what the predecessor left, to be read from its start; empty if there was none, or it left nothing of use. */
    public Optional<ByteBuffer> state() {
        return state;
    }

    /** Lets {@code reader} read what the predecessor left, if there is anything, as {@link PrivateState#read} does. */
    public void restore(Consumer<ByteBuffer> reader) {
        state.ifPresent(each -> store.read(each, reader));
    }

    /** Returns whether the predecessor came to rest before it gave way, so that the device is as the state says. */
    public boolean isAtRest() {
        return atRest;
    }

    /** Keeps a state for whoever succeeds this driver should it die. What cannot be kept is logged, and lost. */
    public void keep(byte[] now) {
        try {
            commit(AT_WORK, now);
        } catch (DataStoreException | NucleusException e) {
            Log.line(name + ": state is not kept: " + e.getMessage());
        }
    }

    /**
     * Leaves a state to whoever takes the place of this driver, which has come to rest.
     *
     * @throws NotNowException if the datastore does not take it
     */
    public void leave(byte[] now) throws NotNowException {
        try {
            commit(incarnation, now);
        } catch (DataStoreException | NucleusException e) {
            throw new NotNowException("its state is not kept: " + e.getMessage());
        }
    }

    private void commit(int restedIncarnation, byte[] now) throws DataStoreException {
        store.commit(version, ByteBuffer.allocate(Integer.BYTES + now.length).putInt(restedIncarnation).put(now).array());
    }
}
