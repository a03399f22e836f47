package org.bulkhead.servers.datastore;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.bulkhead.isolate.Grants;
import org.bulkhead.isolate.Isolate;
import org.bulkhead.isolate.call.Log;
import org.bulkhead.isolate.manifest.KeepsMemory;
import org.bulkhead.isolate.manifest.Limits;
import org.bulkhead.isolate.manifest.Rank;
import org.bulkhead.isolate.manifest.Server;
import org.bulkhead.isolate.message.MalformedPayloadException;
import org.bulkhead.isolate.message.ServiceLoop;
import org.bulkhead.isolate.protocol.ComponentInfo;
import org.bulkhead.isolate.protocol.DamagedStateException;
import org.bulkhead.isolate.protocol.DataEntry;
import org.bulkhead.isolate.protocol.DataStore;
import org.bulkhead.isolate.protocol.DataStoreDispatcher;
import org.bulkhead.isolate.protocol.DataStoreException;
import org.bulkhead.isolate.protocol.DataStoreServer;
import org.bulkhead.isolate.protocol.StateInfo;
import org.bulkhead.isolate.protocol.ValueType;

/** Keeps names and private states for all components, in memory that outlives it. It calls nobody. It has no limit on the time of a request, since a subscriber waits as long as nothing changes. */
@Server(name = DataStore.SERVICE, rank = Rank.STORE, serves = DataStore.class)
@KeepsMemory
@Limits(heap = "1M", queue = 64, run = "2s", queued = "2s")
public final class Datastore implements Isolate, DataStoreServer {
    private static final int SUPERVISOR = 0;

    private final Owners owners;
    private final Contents contents;
    private final ServiceLoop loop = new ServiceLoop(new DataStoreDispatcher(this), bits -> { });

    public Datastore(Grants grants) {
        owners = new Owners(grants.system());
        EntryStore store = new EntryStore(BlockMemory.of(grants.keptMemory()));
        contents = new Contents(store, owners);
        if (grants.incarnation() > 0) {
            Log.line("datastore: " + store.usedHeads() + " entries are there again");
        }
    }

    @Override
    public void run() {
        loop.run();
    }

    @Override
    public void publish(String name, ValueType type, ByteBuffer value) throws DataStoreException {
        NamePattern.requireName(name);
        byte[] bytes = bytes(value);
        if (type == ValueType.LONG && bytes.length != Long.BYTES) {
            throw new DataStoreException(name + " is to be a number and has " + bytes.length + " bytes: give it " + Long.BYTES);
        }
        publish(loop.badge(), name, type, bytes);
    }

    private void publish(int owner, String name, ValueType type, byte[] value) throws DataStoreException {
        contents.names().publish(owner, name, type, value);
        contents.subscriptions().answer();
    }

    private static byte[] bytes(ByteBuffer lent) {
        byte[] bytes = new byte[lent.remaining()];
        lent.get(0, bytes);
        return bytes;
    }

    @Override
    public DataEntry retrieve(String name, ByteBuffer into) throws DataStoreException {
        NamePattern.requireName(name);
        return tell(contents.names().get(name), into);
    }

    @Override
    public DataEntry list(String pattern, int index, ByteBuffer into) throws DataStoreException {
        return tell(contents.names().get(NamePattern.of(pattern), index), into);
    }

    private DataEntry tell(Entry entry, ByteBuffer into) throws DataStoreException {
        byte[] value = entry == null ? null : contents.names().value(entry);
        if (value == null) {
            return null;
        }
        put(value, into, "the value of " + entry.name());
        return new DataEntry(entry.name(), owners.name(entry.owner()), entry.type(), value.length);
    }

    private static void put(byte[] bytes, ByteBuffer into, String what) throws DataStoreException {
        if (bytes.length > into.remaining()) {
            throw new DataStoreException(what + " has " + bytes.length + " bytes, and there is room for " + into.remaining() + ": lend more");
        }
        into.put(0, bytes);
    }

    @Override
    public void delete(String name) throws DataStoreException {
        contents.names().delete(loop.badge(), name);
        contents.subscriptions().answer();
    }

    @Override
    public void subscribe(String pattern) throws DataStoreException {
        contents.subscriptions().subscribe(loop.badge(), NamePattern.of(pattern));
    }

    @Override
    public void unsubscribe(String pattern) throws DataStoreException {
        contents.subscriptions().unsubscribe(loop.badge(), NamePattern.of(pattern));
    }

    @Override
    public void nextChange(long seen, NextChangeReply reply) {
        contents.subscriptions().next(loop.badge(), seen, reply);
    }

    @Override
    public void componentChanged(String component, ComponentInfo.State state, int incarnation) {
        requireSupervisor();
        String name = DataStore.COMPONENTS + component;
        try {
            NamePattern.requireName(name);
            publish(SUPERVISOR, name, ValueType.STRING, (state + " " + incarnation).getBytes(StandardCharsets.US_ASCII));
        } catch (DataStoreException e) {
            // The supervisor waits for no answer.
            Log.line("datastore: " + e.getMessage());
        }
    }

    private void requireSupervisor() {
        if (loop.caller() != SUPERVISOR) {
            throw new MalformedPayloadException("only the supervisor tells what has become of components");
        }
    }

    @Override
    public void componentRemoved(String component, int badge) {
        requireSupervisor();
        contents.drop(badge);
        if (!component.isEmpty()) {
            contents.names().drop(SUPERVISOR, DataStore.COMPONENTS + component);
        }
        contents.subscriptions().answer();
    }

    @Override
    public void commit(int version, byte[] state) throws DataStoreException {
        contents.states().commit(loop.badge(), version, state);
    }

    @Override
    public void commitLent(int version, ByteBuffer state) throws DataStoreException {
        commit(version, bytes(state));
    }

    @Override
    public StateInfo load(ByteBuffer into) throws DamagedStateException, DataStoreException {
        Entry entry = contents.states().get(loop.badge());
        if (entry == null) {
            return null;
        }
        byte[] state = contents.states().load(entry);
        put(state, into, "the state of " + owners.name(entry.owner()));
        return new StateInfo(entry.tag(), state.length);
    }

    @Override
    public void forget() {
        contents.states().forget(loop.badge());
    }
}
