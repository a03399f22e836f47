package org.bulkhead.isolate.store;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.bulkhead.isolate.protocol.ValueType;

/**
 * A published name with its value.
 *
 * @param name the name
 * @param owner name of the component that has published it
 * @param type what the value is
 * @param bytes the value
 */
public record PublishedValue(String name, String owner, ValueType type, byte[] bytes) {
    /**
     * {@return the number}
     *
     * @throws IllegalStateException if the value is none
     */
    public long number() {
        require(ValueType.LONG);
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong();
    }

    /**
     * {@return the text}
     *
     * @throws IllegalStateException if the value is none
     */
    public String text() {
        require(ValueType.STRING);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private void require(ValueType wanted) {
        if (type != wanted) {
            throw new IllegalStateException(name + " of " + owner + " is " + type + ", not " + wanted + ": ask for its type first");
        }
    }
}
