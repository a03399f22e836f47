package org.bulkhead.isolate.protocol;

import java.nio.ByteBuffer;
import org.bulkhead.isolate.message.LeaseAccess;

/**
 * Names with values that everybody can read, news of their changes, and the private state that each component gets back after its death. All of it survives the death of the server that keeps it.
 *
 * <p>Who asks is known from the connection, which the supervisor has made for the component: it cannot be feigned, and it stays the same from one incarnation, and from one version of the component, to
 * the next. Authors use {@link org.bulkhead.isolate.store.Directory} and {@link org.bulkhead.isolate.store.PrivateState}, which lend the memory that this interface asks for.
 *
 * <p>A <em>name</em> has 1 to {@value #NAME_LIMIT} characters: parts of {@code a} to {@code z}, {@code A} to {@code Z}, {@code 0} to {@code 9}, {@code -}, {@code _} and {@code .}, with a {@code /}
 * between each two. In a <em>pattern</em>, {@code ?} stands for any one character but {@code /}, {@code *} for any number of them, and {@code **} for any number of whatever characters.
 */
@Protocol
public interface DataStore {
    /** Name of the service. */
    String SERVICE = "datastore";
    /** Most characters of a name or a pattern. */
    int NAME_LIMIT = 48;
    /** Most bytes of a published value. */
    int VALUE_LIMIT = 256;
    /** Most bytes of a component's private state, whatever its manifest says. */
    int STATE_LIMIT = 16 * 1024;
    /** Most bytes of a private state that travels in the request itself. */
    int SHORT_STATE = 88;
    /** Most changes that wait for a client in one of its subscriptions; of more the oldest are dropped, and counted. */
    int BACKLOG = 16;
    /** What the names begin with that tell of births and deaths of components; the component's name follows. */
    String COMPONENTS = "component/";

    /**
     * Gives a name a value; the name belongs to the caller's component from then on. To publish the value that the name has already is no change.
     *
     * @param name the name
     * @param type what the value is
     * @param value lent for reading: the value, at most {@link #VALUE_LIMIT} bytes: 8 of them, little-endian, of a number, UTF-8 of a text
     * @throws DataStoreException if the name is none, belongs to another component, the value does not fit its type, or there is no room for one more name
     */
    @Deadline("2s")
    @Idempotent
    void publish(@MaxLength(NAME_LIMIT) String name, ValueType type, @Lent(value = LeaseAccess.READ, max = VALUE_LIMIT) ByteBuffer value) throws DataStoreException;

    /**
     * Looks a name up; its value is put at the start of {@code into}.
     *
     * @param name the name
     * @param into lent for writing: room for {@link #VALUE_LIMIT} bytes
     * @return what there is, or null if nobody has published the name
     * @throws DataStoreException if the name is none, or {@code into} is too short
     */
    @Deadline("2s")
    @Idempotent
    @Nullable
    DataEntry retrieve(@MaxLength(NAME_LIMIT) String name, @Lent(value = LeaseAccess.WRITE, max = VALUE_LIMIT) ByteBuffer into) throws DataStoreException;

    /**
     * Takes a name back; if there is no such name, nothing happens.
     *
     * @param name the name
     * @throws DataStoreException if the name belongs to another component
     */
    @Deadline("2s")
    @Idempotent
    void delete(@MaxLength(NAME_LIMIT) String name) throws DataStoreException;

    /**
     * Looks up the name that is number {@code index} of those that match a pattern, in the order of their characters; its value is put at the start of {@code into}.
     *
     * @param pattern which names
     * @param index from 0 on
     * @param into lent for writing: room for {@link #VALUE_LIMIT} bytes
     * @return what there is, or null beyond the last
     * @throws DataStoreException if the pattern is none, or {@code into} is too short
     */
    @Deadline("2s")
    @Idempotent
    @Nullable
    DataEntry list(@MaxLength(NAME_LIMIT) String pattern, int index, @Lent(value = LeaseAccess.WRITE, max = VALUE_LIMIT) ByteBuffer into) throws DataStoreException;

    /**
     * Has changes of all names that match a pattern kept for the caller's component, from now on; {@link #nextChange} tells them. If the component has that subscription, it goes on.
     *
     * @param pattern which names
     * @throws DataStoreException if the pattern is none, or there is no room for one more subscription
     */
    @Deadline("2s")
    @Idempotent
    void subscribe(@MaxLength(NAME_LIMIT) String pattern) throws DataStoreException;

    /**
     * Ends a subscription of the caller's component, with what waits in it; if there is none, nothing happens.
     *
     * @param pattern as in {@link #subscribe}
     * @throws DataStoreException if the pattern is none
     */
    @Deadline("2s")
    @Idempotent
    void unsubscribe(@MaxLength(NAME_LIMIT) String pattern) throws DataStoreException;

    /**
     * Waits for the next change in any of the caller's subscriptions. It is told again until a later request says that it has been seen, so none is lost by anybody's death.
     *
     * @param seen sequence number of the last change that was seen; 0 at first
     * @param timeout nanoseconds to wait; then {@link org.bulkhead.isolate.call.DeadlineException} is thrown, and changes wait
     * @return the oldest change after {@code seen}
     * @throws DataStoreException if the caller has no subscription, or another request of the same component takes the place of this one
     */
    @Deferred
    @Idempotent
    Change nextChange(long seen, @Timeout long timeout) throws DataStoreException;

    /**
     * Publishes what has become of a component, as the text {@code STATE INCARNATION} under {@link #COMPONENTS} and its name. From anybody but the supervisor this is refused. The supervisor tells all
     * components again when this service has been started anew, since what is sent to one that dies may be lost; what is known already is no change.
     *
     * @param component name of the component
     * @param state what has become of it
     * @param incarnation which of its lives this is about
     */
    @OneWay
    void componentChanged(@MaxLength(NAME_LIMIT) String component, ComponentInfo.State state, int incarnation);

    /**
     * Keeps a private state of the caller's component in the place of the one before, which remains if this fails in whatever way.
     *
     * <p>This has no deadline, so that nothing lies between the caller's decision and the request: a datastore that hangs is ended, and its successor gets the request.
     *
     * @param version number that tells the successor how to read the state
     * @param state at most {@link #SHORT_STATE} bytes
     * @throws DataStoreException if it is more than the component's manifest allows, or there is no room left
     */
    @Idempotent
    void commit(int version, @MaxLength(SHORT_STATE) byte[] state) throws DataStoreException;

    /**
     * As {@link #commit}, for states that are too long for it.
     *
     * @param version number that tells the successor how to read the state
     * @param state lent for reading: at most {@link #STATE_LIMIT} bytes
     * @throws DataStoreException if it is more than the component's manifest allows, or there is no room left
     */
    @Idempotent
    void commitLent(int version, @Lent(value = LeaseAccess.READ, max = STATE_LIMIT) ByteBuffer state) throws DataStoreException;

    /**
     * Puts the private state that the caller's component committed last at the start of {@code into}.
     *
     * @param into lent for writing: room for the state, at most {@link #STATE_LIMIT} bytes
     * @return its version and length, or null if there is none
     * @throws DamagedStateException if the state's checksum is not that of its bytes
     * @throws DataStoreException if {@code into} is too short
     */
    @Deadline("2s")
    @Idempotent
    @Nullable
    StateInfo load(@Lent(value = LeaseAccess.WRITE, max = STATE_LIMIT) ByteBuffer into) throws DamagedStateException, DataStoreException;

    /** Forgets the private state of the caller's component. */
    @Deadline("2s")
    @Idempotent
    void forget();

    /**
     * Drops what a component has left that was removed: its private state, its subscriptions, and the names that it has published. From anybody but the supervisor this is refused; it may come more than once.
     *
     * @param component its name, which is published no more under {@link #COMPONENTS}; empty if another component has that name now
     * @param badge the {@link org.bulkhead.isolate.message.Badge} of the component
     */
    @OneWay
    void componentRemoved(@MaxLength(NAME_LIMIT) String component, int badge);
}
