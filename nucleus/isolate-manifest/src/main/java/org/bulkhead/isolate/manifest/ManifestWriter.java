package org.bulkhead.isolate.manifest;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;

/** Writes the elements of {@link ManifestCodec}'s layout. */
final class ManifestWriter {
    private static final int LENGTH_LIMIT = 255;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    byte[] bytes() {
        return out.toByteArray();
    }

    void raw(byte[] bytes) {
        out.write(bytes, 0, bytes.length);
    }

    void number8(int value) {
        out.write(value);
    }

    void number32(int value) {
        for (int shift = 0; shift < Integer.SIZE; shift += Byte.SIZE) {
            out.write(value >>> shift);
        }
    }

    void number64(long value) {
        number32((int) value);
        number32((int) (value >>> Integer.SIZE));
    }

    void flag(boolean value) {
        out.write(value ? 1 : 0);
    }

    void constant(Enum<?> value) {
        out.write(value.ordinal());
    }

    void text(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        length(bytes.length, text);
        raw(bytes);
    }

    void texts(List<String> texts) {
        list(texts, this::text);
    }

    <T> void list(List<T> list, Consumer<T> write) {
        length(list.size(), list);
        list.forEach(write);
    }

    private void length(int length, Object what) {
        if (length > LENGTH_LIMIT) {
            throw new IllegalArgumentException("a manifest has at most " + LENGTH_LIMIT + " bytes in a text and elements in a list, not " + length + ": " + what);
        }
        out.write(length);
    }
}
