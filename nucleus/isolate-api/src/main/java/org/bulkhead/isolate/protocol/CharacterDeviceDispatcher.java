package org.bulkhead.isolate.protocol;

import org.bulkhead.isolate.message.Dispatcher;
import org.bulkhead.isolate.message.MalformedPayloadException;
import org.bulkhead.isolate.message.Message;
import org.bulkhead.isolate.message.MessageQueue;
import org.bulkhead.isolate.message.Outcome;

/**
 * Decodes requests of the protocol {@link CharacterDevice}. A read that finds no input is put off: its caller waits until {@link #inputArrived}. At most
 * {@value #WAITING_LIMIT} callers wait; a further one ends the wait of the oldest.
 */
public final class CharacterDeviceDispatcher implements Dispatcher {
    static final int WRITE = 1;
    static final int READ = 2;

    private static final int WAITING_LIMIT = 4;

    /** The server's side of a character device. */
    public interface Device {
        /** Takes over {@code length} bytes; waits while its buffer is full. */
        void write(byte[] from, int length) throws DeviceException;

        /** Copies at most {@code limit} bytes of input to {@code into}, leaving it where it is; returns the number. Never waits. */
        int peek(byte[] into, int limit);

        /** Takes {@code length} bytes of input away. */
        void consume(int length);
    }

    private final Device device;
    private final byte[] bytes = new byte[CharacterDevice.TRANSFER_LIMIT];
    private final long[] waitingTokens = new long[WAITING_LIMIT];
    private final int[] waitingLimits = new int[WAITING_LIMIT];
    private final Message late = new Message();
    private int waiting;

    public CharacterDeviceDispatcher(Device device) {
        this.device = device;
    }

    @Override
    public Outcome dispatch(Message message) {
        switch (message.operation()) {
            case WRITE -> {
                int length = message.getBytes(bytes);
                message.end();
                try {
                    device.write(bytes, length);
                    message.begin(0);
                } catch (DeviceException e) {
                    message.begin(ServiceClient.FAILED).putText(e.getMessage());
                }
                return Outcome.REPLY;
            }
            case READ -> {
                int limit = message.getInt();
                message.end();
                if (limit <= 0 || limit > CharacterDevice.TRANSFER_LIMIT) {
                    throw new MalformedPayloadException("read of " + limit + " bytes");
                }
                return read(message, limit);
            }
            default -> {
                return Outcome.REFUSE;
            }
        }
    }

    /** Replies by itself rather than by the loop: only a reply that was delivered may take the input away. */
    private Outcome read(Message message, int limit) {
        if (message.token() == 0) {
            return Outcome.LATER;
        }
        if (waiting == WAITING_LIMIT) {
            // Most likely the oldest gave up long ago, and this reply is dropped.
            MessageQueue.reply(waitingTokens[0], late.begin(0).putBytes(bytes, 0, 0));
            remove();
        }
        waitingTokens[waiting] = message.token();
        waitingLimits[waiting] = limit;
        waiting++;
        inputArrived();
        return Outcome.LATER;
    }

    private void remove() {
        waiting--;
        System.arraycopy(waitingTokens, 1, waitingTokens, 0, waiting);
        System.arraycopy(waitingLimits, 1, waitingLimits, 0, waiting);
    }

    /** Answers readers that wait, as far as there is input; to be called when the device has some. Input stays when its reader is gone. */
    public void inputArrived() {
        while (waiting > 0) {
            int length = device.peek(bytes, waitingLimits[0]);
            if (length == 0) {
                return;
            }
            boolean delivered = MessageQueue.reply(waitingTokens[0], late.begin(0).putBytes(bytes, 0, length));
            if (delivered) {
                device.consume(length);
            }
            remove();
        }
    }
}
