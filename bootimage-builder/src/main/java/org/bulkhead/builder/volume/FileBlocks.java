package org.bulkhead.builder.volume;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import org.bulkhead.isolate.protocol.VolumeErrorException;
import org.bulkhead.volume.Blocks;
import org.bulkhead.volume.Partition;

/** The blocks of a partition in a file that holds a disk. */
final class FileBlocks implements Blocks {
    private final FileChannel channel;
    private final Partition partition;

    FileBlocks(FileChannel channel, Partition partition) {
        this.channel = channel;
        this.partition = partition;
    }

    @Override
    public long count() {
        return partition.sectors();
    }

    private interface Transfer {
        int move(ByteBuffer rest, long place) throws IOException;
    }

    @Override
    public void read(long first, ByteBuffer into) throws VolumeErrorException {
        move(first, into, channel::read);
    }

    @Override
    public void write(long first, ByteBuffer from) throws VolumeErrorException {
        move(first, from, channel::write);
    }

    private void move(long first, ByteBuffer bytes, Transfer transfer) throws VolumeErrorException {
        if (first < 0 || first + bytes.remaining() / SIZE > partition.sectors()) {
            throw new VolumeErrorException(bytes.remaining() + " bytes from block " + first + " on, of " + partition.sectors() + " blocks of the volume");
        }
        long place = (partition.first() + first) * SIZE;
        ByteBuffer rest = bytes.duplicate();
        try {
            while (rest.hasRemaining()) {
                int moved = transfer.move(rest, place + rest.position() - bytes.position());
                if (moved < 0) {
                    throw new VolumeErrorException("the file ends before the volume");
                }
            }
        } catch (IOException e) {
            throw new VolumeErrorException(e.getMessage());
        }
    }

    @Override
    public void flush() throws VolumeErrorException {
        try {
            channel.force(false);
        } catch (IOException e) {
            throw new VolumeErrorException(e.getMessage());
        }
    }
}
