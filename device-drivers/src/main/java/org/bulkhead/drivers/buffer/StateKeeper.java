package org.bulkhead.drivers.buffer;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import java.util.function.Consumer;
import org.bulkhead.isolate.Grants;
import org.bulkhead.isolate.call.Log;
import org.bulkhead.isolate.call.NucleusException;
import org.bulkhead.isolate.protocol.DamagedStateException;
import org.bulkhead.isolate.protocol.DataStoreException;
import org.bulkhead.isolate.store.PrivateState;
import org.bulkhead.isolate.store.SavedState;

/** A driver's private state, for drivers that rather work without than not at all: what the datastore does not do is told once in the log. */
public final class StateKeeper {
    /** In place of the number of the first input: a predecessor has used some that nobody here knows. */
    public static final long UNKNOWN = -1;

    private final String name;
    private final int incarnation;
    private final int version;
    private final PrivateState state;
    private boolean complained;

    /** Makes the keeper of states of {@code version}; those of other versions are not understood. */
    public StateKeeper(Grants grants, int version) {
        name = grants.manifest().name();
        incarnation = grants.incarnation();
        this.version = version;
        state = new PrivateState(grants);
    }

    /** Returns an empty little-endian buffer for a state of {@code bytes} bytes. */
    public static ByteBuffer buffer(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Returns the number of the first input if no predecessor has left it. */
    public long firstNumber() {
        return incarnation == 0 ? 0 : UNKNOWN;
    }

    /** Lets {@code restore} read what a predecessor has left, little-endian, as {@link PrivateState#read} does. Returns whether there was anything. */
    public boolean recall(Consumer<ByteBuffer> restore) {
        Optional<ByteBuffer> found = load();
        found.ifPresent(each -> state.read(each, restore));
        return found.isPresent();
    }

    private Optional<ByteBuffer> load() {
        try {
            Optional<SavedState> found = state.load();
            return found.filter(each -> each.version() == version).map(each -> ByteBuffer.wrap(each.bytes()).order(ByteOrder.LITTLE_ENDIAN));
        } catch (DamagedStateException | NucleusException e) {
            complain("begins anew", e);
            return Optional.empty();
        }
    }

    /** Leaves the whole array behind a buffer to a successor. */
    public void keep(ByteBuffer full) {
        try {
            state.commit(version, full.array());
        } catch (DataStoreException | NucleusException e) {
            complain("goes on, and will not survive its death unseen", e);
        }
    }

    private void complain(String sequel, Exception problem) {
        if (!complained) {
            complained = true;
            Log.line(name + ": " + sequel + ": " + problem.getMessage());
        }
    }
}
