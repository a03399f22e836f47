package org.bulkhead.isolate.protocol;

import org.bulkhead.isolate.message.Bulk;
import org.bulkhead.isolate.message.Dispatcher;
import org.bulkhead.isolate.message.Lease;
import org.bulkhead.isolate.message.MalformedPayloadException;
import org.bulkhead.isolate.message.Message;
import org.bulkhead.isolate.message.Outcome;

/** Decodes requests of the protocol {@link BlockDevice}. */
public final class BlockDeviceDispatcher implements Dispatcher {
    static final int GEOMETRY = 1;
    static final int READ = 2;
    static final int WRITE = 3;
    static final int FLUSH = 4;

    private final BlockDevice device;

    public BlockDeviceDispatcher(BlockDevice device) {
        this.device = device;
    }

    @Override
    public Outcome dispatch(Message message) {
        try {
            switch (message.operation()) {
                case GEOMETRY -> {
                    int unit = message.getInt();
                    message.end();
                    Geometry geometry = device.geometry(unit);
                    message.begin(0).putLong(geometry.blocks()).putInt(geometry.blockSize()).putText(geometry.model());
                }
                case READ -> {
                    int unit = message.getInt();
                    long firstBlock = message.getLong();
                    Bulk into = lease(message);
                    device.read(unit, firstBlock, into);
                    message.begin(0);
                }
                case WRITE -> {
                    int unit = message.getInt();
                    long firstBlock = message.getLong();
                    Bulk from = lease(message);
                    device.write(unit, firstBlock, from);
                    message.begin(0);
                }
                case FLUSH -> {
                    int unit = message.getInt();
                    message.end();
                    device.flush(unit);
                    message.begin(0);
                }
                default -> {
                    return Outcome.REFUSE;
                }
            }
        } catch (DeviceException e) {
            message.begin(ServiceClient.FAILED).putText(e.getMessage());
        }
        return Outcome.REPLY;
    }

    private static Bulk lease(Message message) {
        int length = message.getInt();
        message.end();
        if (length < 0 || length > BlockDevice.TRANSFER_LIMIT || message.transfers() != 1) {
            throw new MalformedPayloadException("transfer of " + length + " bytes with " + message.transfers() + " leases");
        }
        return new Lease(message.token(), 0, length);
    }
}
