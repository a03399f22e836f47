package org.bulkhead.isolate.protocol;

import org.bulkhead.isolate.message.Bulk;
import org.bulkhead.isolate.message.LentBuffer;
import org.bulkhead.isolate.message.MessageQueue;

/** A {@link BlockDevice} behind a queue; the buffers given to it are {@link LentBuffer}s. */
public final class BlockDeviceClient extends ServiceClient implements BlockDevice {
    public BlockDeviceClient(MessageQueue queue) {
        super(queue);
    }

    private void request() throws DeviceException {
        String error = call();
        if (error != null) {
            throw new DeviceException(error);
        }
    }

    @Override
    public Geometry geometry(int unit) throws DeviceException {
        message.begin(BlockDeviceDispatcher.GEOMETRY).idempotent().putInt(unit);
        request();
        return new Geometry(message.getLong(), message.getInt(), message.getText());
    }

    @Override
    public void read(int unit, long firstBlock, Bulk into) throws DeviceException {
        message.begin(BlockDeviceDispatcher.READ).idempotent().putInt(unit).putLong(firstBlock).putInt(into.length());
        message.lendWritable(((LentBuffer) into).memory(), 0, into.length());
        request();
    }

    @Override
    public void write(int unit, long firstBlock, Bulk from) throws DeviceException {
        message.begin(BlockDeviceDispatcher.WRITE).idempotent().putInt(unit).putLong(firstBlock).putInt(from.length());
        message.lendReadable(((LentBuffer) from).memory(), 0, from.length());
        request();
    }

    @Override
    public void flush(int unit) throws DeviceException {
        message.begin(BlockDeviceDispatcher.FLUSH).idempotent().putInt(unit);
        request();
    }
}
