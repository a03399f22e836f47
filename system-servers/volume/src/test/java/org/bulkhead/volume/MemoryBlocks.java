package org.bulkhead.volume;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.bulkhead.isolate.protocol.VolumeErrorException;

/** A disk in memory, which fails for good after a number of blocks have been written. */
final class MemoryBlocks implements Blocks {
    private final byte[] contents;
    private int written;
    private int limit = Integer.MAX_VALUE;

    MemoryBlocks(byte[] contents) {
        this.contents = contents;
    }

    static MemoryBlocks formatted(long bytes) {
        byte[] contents = new byte[(int) bytes];
        Arrays.fill(contents, (byte) 0xA7);
        MemoryBlocks blocks = new MemoryBlocks(contents);
        try {
            FatFormat.format(blocks, 0);
        } catch (VolumeErrorException e) {
            throw new AssertionError(e);
        }
        return blocks;
    }

    byte[] contents() {
        return contents;
    }

    /** Returns blocks written since {@link #failAfter} was called last. */
    int written() {
        return written;
    }

    void failAfter(int blocks) {
        written = 0;
        limit = blocks;
    }

    @Override
    public long count() {
        return contents.length / SIZE;
    }

    @Override
    public void read(long first, ByteBuffer into) throws VolumeErrorException {
        check(first, into);
        into.put(into.position(), contents, (int) first * SIZE, into.remaining());
    }

    @Override
    public void write(long first, ByteBuffer from) throws VolumeErrorException {
        check(first, from);
        int possible = Math.min(from.remaining() / SIZE, limit - written);
        from.get(from.position(), contents, (int) first * SIZE, possible * SIZE);
        written += possible;
        if (possible * SIZE < from.remaining()) {
            throw new VolumeErrorException("the disk failed after " + written + " blocks");
        }
    }

    private void check(long first, ByteBuffer bytes) throws VolumeErrorException {
        if (bytes.remaining() == 0 || bytes.remaining() % SIZE != 0 || first < 0 || first + bytes.remaining() / SIZE > count()) {
            throw new VolumeErrorException(bytes.remaining() + " bytes from block " + first + " on, of " + count());
        }
    }

    @Override
    public void flush() {
        // Everything is where it belongs.
    }
}
