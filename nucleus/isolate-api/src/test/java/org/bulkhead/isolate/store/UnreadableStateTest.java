package org.bulkhead.isolate.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.lang.reflect.Proxy;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.bulkhead.isolate.protocol.DataStore;
import org.junit.jupiter.api.Test;

/** A state that its successor cannot read. */
class UnreadableStateTest {
    private final List<String> asked = new ArrayList<>();
    private final PrivateState state = new PrivateState((DataStore) Proxy.newProxyInstance(DataStore.class.getClassLoader(), new Class<?>[] {DataStore.class}, (self, method, arguments) -> {
        asked.add(method.getName());
        return null;
    }), 100);

    @Test
    void whatCannotBeReadIsForgottenSoThatTheNextBeginsAnew() {
        IllegalStateException thrown = assertThrows(IllegalStateException.class, () -> state.read(ByteBuffer.allocate(1), ByteBuffer::getLong));
        assertInstanceOf(BufferUnderflowException.class, thrown.getCause());
        assertEquals(List.of("forget"), asked);
    }

    @Test
    void whatCanBeReadIsKept() {
        state.read(ByteBuffer.allocate(Long.BYTES), ByteBuffer::getLong);
        assertEquals(List.of(), asked);
    }
}
