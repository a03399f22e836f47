package org.bulkhead.servers.datastore;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.bulkhead.isolate.Grants;
import org.bulkhead.isolate.Isolate;
import org.bulkhead.isolate.call.DeadlineException;
import org.bulkhead.isolate.call.Log;
import org.bulkhead.isolate.call.Notifications;
import org.bulkhead.isolate.call.Nucleus;
import org.bulkhead.isolate.protocol.Change;
import org.bulkhead.isolate.protocol.ChangeKind;
import org.bulkhead.isolate.protocol.ComponentInfo;
import org.bulkhead.isolate.protocol.DataStore;
import org.bulkhead.isolate.protocol.DataStoreException;
import org.bulkhead.isolate.store.Directory;
import org.bulkhead.isolate.store.PrivateState;
import org.bulkhead.isolate.testkit.IsolateTestkit;
import org.bulkhead.isolate.testkit.RequestPhase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The datastore as its clients meet it, on the real nucleus. */
class DatastoreTest {
    private static final long MILLISECOND = 1_000_000;
    /** Program number of the test. */
    private static final int TEST = 1;

    @RegisterExtension
    final IsolateTestkit kit = new IsolateTestkit();

    private DataStore store;
    private Directory directory;
    private PrivateState state;

    /** What an isolate does that uses the datastore. */
    private interface Life {
        void live(Directory directory, PrivateState state) throws Exception;
    }

    @BeforeEach
    void start() {
        kit.start(Datastore.class);
        store = kit.connect(DataStore.SERVICE, DataStore.class);
        directory = new Directory(store);
        state = new PrivateState(store, DataStore.STATE_LIMIT);
    }

    /** Starts another component, which lives once more after each death. */
    private void component(String name, Life life) {
        kit.start(kit.manifest(name).usesService(DataStore.SERVICE).build(), grants -> new Other(grants, life));
        kit.settle();
    }

    private record Other(Grants grants, Life life) implements Isolate {
        @Override
        public void run() {
            try {
                life.live(new Directory(grants), new PrivateState(grants));
            } catch (Exception e) {
                Log.line(grants.manifest().name() + ": " + e.getMessage());
            }
            Notifications.await(0, Nucleus.FOREVER);
        }
    }

    @Test
    void whatIsPublishedCanBeRetrieved() throws DataStoreException {
        directory.publish("a/number", -5);
        directory.publish("a/text", "Grüße");
        directory.publish("b", new byte[] {1, 2, 3});
        directory.publish("empty", "");
        assertEquals(-5, directory.retrieve("a/number").orElseThrow().number());
        assertEquals("Grüße", directory.retrieve("a/text").orElseThrow().text());
        assertArrayEquals(new byte[] {1, 2, 3}, directory.retrieve("b").orElseThrow().bytes());
        assertEquals("", directory.retrieve("empty").orElseThrow().text());
        assertEquals(IsolateTestkit.TEST, directory.retrieve("b").orElseThrow().owner());
        assertEquals("a/text", directory.list("a/*", 1).orElseThrow().name());
        assertEquals(Optional.empty(), directory.list("a/*", 2));
        directory.delete("b");
        directory.delete("b");
        assertEquals(Optional.empty(), directory.retrieve("b"));
    }

    @Test
    void aNameBelongsToWhoHasPublishedIt() throws DataStoreException {
        component("other", (names, own) -> names.publish("mine", 1));
        assertEquals("mine belongs to another component: choose a name of your own", assertThrows(DataStoreException.class, () -> directory.publish("mine", 2)).getMessage());
        assertThrows(DataStoreException.class, () -> directory.delete("mine"));
        assertEquals(1, directory.retrieve("mine").orElseThrow().number());
        // It was started after the datastore, which does not know its name.
        assertEquals("program 3", directory.retrieve("mine").orElseThrow().owner());
    }

    @Test
    void changesArePushed() throws DataStoreException {
        directory.subscribe("net/*");
        assertThrows(DeadlineException.class, () -> directory.nextChange(MILLISECOND));
        component("other", (names, own) -> {
            Notifications.sleep(5 * MILLISECOND);
            names.publish("net/mode", "station");
            names.publish("net/mode", "station");
            names.publish("net/mode", "everything");
            names.publish("disk/mode", "not told");
            names.delete("net/mode");
        });
        assertEquals(ChangeKind.PUBLISHED, directory.nextChange(Nucleus.FOREVER).kind());
        Change second = directory.nextChange(MILLISECOND);
        assertEquals(ChangeKind.CHANGED, second.kind());
        assertEquals("everything", new String(second.value()));
        assertEquals(ChangeKind.DELETED, directory.nextChange(MILLISECOND).kind());
        assertThrows(DeadlineException.class, () -> directory.nextChange(MILLISECOND));
        directory.unsubscribe("net/*");
        assertThrows(DataStoreException.class, () -> directory.nextChange(MILLISECOND));
    }

    @Test
    void whatIsTooMuchIsDroppedAndCounted() throws DataStoreException {
        directory.subscribe("**");
        for (int i = 0; i < 20; i++) {
            directory.publish("n", i);
        }
        Change first = directory.nextChange(MILLISECOND);
        assertEquals(4, first.missed());
        assertEquals(4, first.value()[0]);
        for (int i = 5; i < 20; i++) {
            Change each = directory.nextChange(MILLISECOND);
            assertEquals(0, each.missed());
            assertEquals(i, each.value()[0]);
        }
    }

    @Test
    void onlyTheSupervisorTellsOfComponents() throws DataStoreException {
        directory.publish("mine", 1);
        store.componentChanged("ata0", ComponentInfo.State.ALIVE, 3);
        store.componentRemoved("mine", TEST);
        kit.settle();
        assertEquals(1, directory.retrieve("mine").orElseThrow().number());
        assertEquals(Optional.empty(), directory.retrieve("component/ata0"));
    }

    @Test
    void aStateIsForTheSuccessorAlone() throws Exception {
        component("driver", (names, own) -> Log.line("driver found " + own.load().map(each -> each.version() + ":" + new String(each.bytes())).orElse("nothing") + commit(own)));
        kit.kill("driver");
        kit.settle();
        assertEquals(List.of("driver found nothing", "driver found 7:for me"), kit.log().stream().filter(each -> each.startsWith("driver")).toList());
        assertEquals(Optional.empty(), state.load());
    }

    private static String commit(PrivateState own) throws DataStoreException {
        own.commit(7, "for me".getBytes());
        return "";
    }

    @Test
    void statesOfAllSizesComeBack() throws Exception {
        for (int length : new int[] {0, 1, DataStore.SHORT_STATE, DataStore.SHORT_STATE + 1, EntryStore.INLINE, EntryStore.INLINE + 1, 5000, DataStore.STATE_LIMIT}) {
            byte[] bytes = new byte[length];
            java.util.Arrays.fill(bytes, (byte) length);
            state.commit(length, bytes);
            assertArrayEquals(bytes, state.load().orElseThrow().bytes());
            assertEquals(length, state.load().orElseThrow().version());
        }
        DataStoreException e = assertThrows(DataStoreException.class, () -> state.commit(1, new byte[DataStore.STATE_LIMIT + 1]));
        assertTrue(e.getMessage().contains("at most 16384 are kept: raise @Limits(state)"), e.getMessage());
        state.forget();
        assertEquals(Optional.empty(), state.load());
    }

    @ParameterizedTest
    @EnumSource(RequestPhase.class)
    void requestsSurviveTheDatastore(RequestPhase phase) throws Exception {
        directory.publish("kept", 1);
        state.commit(1, new byte[300]);
        directory.subscribe("*");
        kit.killAtRequest(DataStore.SERVICE, phase, 1);
        directory.publish("new", 2);
        assertEquals(1, kit.deaths().size());
        assertEquals(1, directory.retrieve("kept").orElseThrow().number());
        assertEquals(2, directory.retrieve("new").orElseThrow().number());
        assertEquals(300, state.load().orElseThrow().bytes().length);
        assertEquals("new", directory.nextChange(MILLISECOND).name());
        assertThrows(DeadlineException.class, () -> directory.nextChange(MILLISECOND));
    }

    /** One that waits goes on waiting at the successor. */
    @Test
    void aWaitSurvivesTheDatastore() throws Exception {
        directory.subscribe("*");
        component("other", (names, own) -> {
            Notifications.sleep(10 * MILLISECOND);
            names.publish("news", 1);
        });
        kit.after(5 * MILLISECOND, () -> kit.killAfterCall(DataStore.SERVICE, 1));
        assertEquals("news", directory.nextChange(Nucleus.FOREVER).name());
        assertEquals(1, kit.deaths().size());
    }

    /** Everything that a client can do, with the datastore killed after its system call number n, for all n. */
    @Test
    void nothingIsLostOrDoubledByADeathAfterAnySystemCall() throws Exception {
        String calm = session(count -> { });
        int calls = 1;
        boolean died = true;
        while (died) {
            kit.boot();
            start();
            int n = calls++;
            assertEquals(calm, session(name -> kit.killAfterCall(name, n)), "killed after call " + n);
            died = !kit.deaths().isEmpty();
        }
        assertTrue(calls > 30, "the session made few calls: " + calls);
        kit.boot();
    }

    private String session(Consumer<String> before) throws Exception {
        before.accept(DataStore.SERVICE);
        List<String> told = new ArrayList<>();
        directory.subscribe("net/**");
        directory.publish("net/a", 1);
        directory.publish("net/b", "x".repeat(200));
        directory.publish("net/a", 2);
        told.add(name(directory.nextChange(Nucleus.FOREVER)));
        state.commit(1, new byte[10]);
        state.commit(2, new byte[9000]);
        directory.delete("net/b");
        directory.publish("c", 3);
        for (int i = 0; i < 3; i++) {
            told.add(name(directory.nextChange(Nucleus.FOREVER)));
        }
        assertThrows(DeadlineException.class, () -> directory.nextChange(MILLISECOND));
        told.add(state.load().orElseThrow().version() + ":" + state.load().orElseThrow().bytes().length);
        for (int i = 0; directory.list("**", i).isPresent(); i++) {
            told.add(directory.list("**", i).orElseThrow().name());
        }
        return told.toString();
    }

    private static String name(Change change) {
        return change.kind() + " " + change.name() + " " + change.value().length + " " + change.missed();
    }
}
