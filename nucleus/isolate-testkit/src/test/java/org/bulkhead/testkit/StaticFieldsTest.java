package org.bulkhead.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.bulkhead.isolate.Grants;
import org.bulkhead.isolate.Isolate;
import org.bulkhead.isolate.call.Nucleus;
import org.bulkhead.isolate.manifest.Program;
import org.bulkhead.isolate.message.Message;
import org.bulkhead.isolate.testkit.IsolateTestkit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Outside the packages that isolates share with the test. */
class StaticFieldsTest {
    @RegisterExtension
    final IsolateTestkit kit = new IsolateTestkit();

    private int request() {
        Message message = new Message().begin(1);
        kit.queue("memorious").call(message, Nucleus.FOREVER);
        return message.getInt();
    }

    @Test
    void everyIncarnationHasItsOwn() {
        kit.start(Memorious.class);
        assertEquals(1, request());
        assertEquals(2, request());
        kit.kill("memorious");
        assertEquals(1, request());
        assertEquals(0, Memorious.requests);
    }

    @Program(name = "Wrong Name")
    static final class Wrong implements Isolate {
        @Override
        public void run() {
            // Never reached.
        }
    }

    @Test
    void whatTheImageBuilderRefusesTheTestkitRefuses() {
        String message = assertThrows(IllegalArgumentException.class, () -> kit.start(Wrong.class)).getMessage();
        assertTrue(message.contains("the name \"Wrong Name\" cannot be an isolate's"), message);
        assertTrue(message.contains("make it public and not abstract"), message);
        assertTrue(message.contains(Grants.class.getSimpleName()), message);
    }
}
