package org.bulkhead.isolate.protocol;

import org.bulkhead.isolate.message.MalformedPayloadException;
import org.bulkhead.isolate.message.MessageQueue;
import org.bulkhead.nucleus.abi.DeathReason;

/** {@link Supervision} behind a queue. */
public final class SupervisionClient extends ServiceClient implements Supervision {
    private static final DeathReason[] REASONS = DeathReason.values();

    public SupervisionClient(MessageQueue queue) {
        super(queue);
    }

    private void request() throws SupervisionException {
        String error = call();
        if (error != null) {
            throw new SupervisionException(error);
        }
    }

    /** Makes the request; returns whether the reply holds an object rather than none. */
    private boolean found() {
        String error = call();
        if (error != null) {
            throw new MalformedPayloadException("unexpected error: " + error);
        }
        return message.length() > 0;
    }

    @Override
    public ProcessInfo process(int index) {
        message.begin(SupervisionDispatcher.PROCESS).idempotent().putInt(index);
        return found() ? new ProcessInfo(message.getText(), message.getInt(), message.getInt(), message.getInt(), message.getInt(), message.getInt(), message.getLong()) : null;
    }

    @Override
    public DeathInfo death(int sequence) {
        message.begin(SupervisionDispatcher.DEATH).idempotent().putInt(sequence);
        return found() ? new DeathInfo(message.getText(), message.getInt(), REASONS[message.getInt()], message.getLong(), message.getLong(), message.getLong()) : null;
    }

    @Override
    public void kill(String name) throws SupervisionException {
        message.begin(SupervisionDispatcher.KILL).putText(name);
        request();
    }

    @Override
    public void start(String name, long argument) throws SupervisionException {
        message.begin(SupervisionDispatcher.START).putText(name).putLong(argument);
        request();
    }

    @Override
    public boolean isRunning(String name) throws SupervisionException {
        message.begin(SupervisionDispatcher.IS_RUNNING).idempotent().putText(name);
        request();
        return message.getInt() != 0;
    }

    @Override
    public LogPiece log(long offset, byte[] into) {
        message.begin(SupervisionDispatcher.LOG).idempotent().putLong(offset).putInt(into.length);
        if (!found()) {
            return new LogPiece(0, offset);
        }
        long next = message.getLong();
        return new LogPiece(message.getBytes(into), next);
    }

    @Override
    public long logOffset() {
        message.begin(SupervisionDispatcher.LOG_OFFSET).idempotent();
        return found() ? message.getLong() : 0;
    }

    @Override
    public int pciFunctionFound(PciFunction function) throws SupervisionException {
        SupervisionDispatcher.put(message.begin(SupervisionDispatcher.PCI_FUNCTION_FOUND).idempotent(), function);
        request();
        return message.getInt();
    }

    @Override
    public void pciComplete() throws SupervisionException {
        message.begin(SupervisionDispatcher.PCI_COMPLETE).idempotent();
        request();
    }

    @Override
    public PciFunction pciFunction(int address) {
        message.begin(SupervisionDispatcher.PCI_FUNCTION).idempotent().putInt(address);
        return found() ? SupervisionDispatcher.getFunction(message) : null;
    }

    @Override
    public void halt(int status) {
        message.begin(SupervisionDispatcher.HALT).putInt(status);
        call();
    }
}
