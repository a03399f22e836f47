package org.bulkhead.modules.archive;

import java.io.IOException;
import java.util.Objects;

/** Bytes that an archive is read from, at any place. */
public interface Content {
    /** {@return how many bytes there are} */
    long size();

    /**
     * Reads bytes.
     *
     * @param position of the first, from 0 on
     * @param into receives them
     * @param offset index in {@code into} of the first
     * @param length how many, all below {@link #size}
     * @throws IOException if they cannot be read
     */
    void read(long position, byte[] into, int offset, int length) throws IOException;

    /**
     * {@return the content of an array, which is not copied}
     *
     * @param bytes the array
     */
    static Content of(byte[] bytes) {
        return new Content() {
            @Override
            public long size() {
                return bytes.length;
            }

            @Override
            public void read(long position, byte[] into, int offset, int length) throws IOException {
                Objects.checkFromIndexSize(position, length, bytes.length);
                System.arraycopy(bytes, (int) position, into, offset, length);
            }
        };
    }
}
