package org.bulkhead.isolate.message;

import org.bulkhead.isolate.call.RawBuffer;

/** Memory that bulk data is moved to or from: the client's own {@link LentBuffer}, which its server sees as a {@link Lease}. */
public interface Bulk {
    /** Returns the number of bytes. */
    int length();

    /** Copies {@code bytes} bytes of {@code from}, from {@code start} on, to {@code offset} of this memory. */
    void put(int offset, RawBuffer from, int start, int bytes);

    /** Copies {@code bytes} bytes from {@code offset} of this memory to {@code into} at {@code start}. */
    void get(int offset, RawBuffer into, int start, int bytes);
}
