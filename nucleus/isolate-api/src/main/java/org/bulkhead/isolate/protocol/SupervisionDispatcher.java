package org.bulkhead.isolate.protocol;

import org.bulkhead.isolate.message.Dispatcher;
import org.bulkhead.isolate.message.MalformedPayloadException;
import org.bulkhead.isolate.message.Message;
import org.bulkhead.isolate.message.Outcome;

/** Decodes requests of the protocol {@link Supervision}. */
public final class SupervisionDispatcher implements Dispatcher {
    static final int PROCESS = 1;
    static final int DEATH = 2;
    static final int KILL = 3;
    static final int START = 4;
    static final int IS_RUNNING = 5;
    static final int LOG = 6;
    static final int LOG_OFFSET = 7;
    static final int HALT = 8;
    static final int PCI_FUNCTION_FOUND = 9;
    static final int PCI_COMPLETE = 10;
    static final int PCI_FUNCTION = 11;

    private final Supervision supervision;
    private final byte[] text = new byte[Message.TEXT_LIMIT - Long.BYTES];

    public SupervisionDispatcher(Supervision supervision) {
        this.supervision = supervision;
    }

    @Override
    public Outcome dispatch(Message message) {
        try {
            switch (message.operation()) {
                case PROCESS -> process(message);
                case DEATH -> death(message);
                case KILL -> {
                    String name = message.getText();
                    message.end();
                    supervision.kill(name);
                    message.begin(0);
                }
                case START -> {
                    String name = message.getText();
                    long argument = message.getLong();
                    message.end();
                    supervision.start(name, argument);
                    message.begin(0);
                }
                case IS_RUNNING -> {
                    String name = message.getText();
                    message.end();
                    boolean running = supervision.isRunning(name);
                    message.begin(0).putInt(running ? 1 : 0);
                }
                case LOG -> log(message);
                case LOG_OFFSET -> {
                    message.end();
                    message.begin(0).putLong(supervision.logOffset());
                }
                case HALT -> {
                    int status = message.getInt();
                    message.end();
                    supervision.halt(status);
                    message.begin(0);
                }
                case PCI_FUNCTION_FOUND -> {
                    PciFunction function = getFunction(message);
                    message.end();
                    int driver = supervision.pciFunctionFound(function);
                    message.begin(0).putInt(driver);
                }
                case PCI_COMPLETE -> {
                    message.end();
                    supervision.pciComplete();
                    message.begin(0);
                }
                case PCI_FUNCTION -> {
                    int address = message.getInt();
                    message.end();
                    PciFunction function = supervision.pciFunction(address);
                    message.begin(0);
                    if (function != null) {
                        put(message, function);
                    }
                }
                default -> {
                    return Outcome.REFUSE;
                }
            }
        } catch (SupervisionException e) {
            message.begin(ServiceClient.FAILED).putText(e.getMessage());
        }
        return Outcome.REPLY;
    }

    private void process(Message message) {
        int index = message.getInt();
        message.end();
        ProcessInfo found = supervision.process(index);
        message.begin(0);
        if (found != null) {
            message.putText(found.name()).putInt(found.state()).putInt(found.incarnation()).putInt(found.rank())
                .putInt(found.pages()).putInt(found.pageQuota()).putLong(found.ticks());
        }
    }

    private void death(Message message) {
        int sequence = message.getInt();
        message.end();
        DeathInfo found = supervision.death(sequence);
        message.begin(0);
        if (found != null) {
            message.putText(found.name()).putInt(found.incarnation()).putInt(found.reason().ordinal()).putLong(found.detail())
                .putLong(found.faultTicks()).putLong(found.serviceTicks());
        }
    }

    private void log(Message message) {
        long offset = message.getLong();
        int limit = message.getInt();
        message.end();
        if (offset < 0 || limit < 0) {
            throw new MalformedPayloadException("log from " + offset + ", " + limit + " bytes");
        }
        byte[] into = limit < text.length ? new byte[limit] : text;
        LogPiece piece = supervision.log(offset, into);
        message.begin(0).putLong(piece.next()).putBytes(into, 0, piece.length());
    }

    static void put(Message message, PciFunction function) {
        message.putInt(function.address()).putInt(function.vendor()).putInt(function.device()).putInt(function.classCode()).putInt(function.interruptLine());
        for (int bar = 0; bar < PciFunction.BARS; bar++) {
            message.putInt(function.bars()[bar]).putInt(function.sizes()[bar]);
        }
    }

    static PciFunction getFunction(Message message) {
        int[] bars = new int[PciFunction.BARS];
        int[] sizes = new int[PciFunction.BARS];
        PciFunction function = new PciFunction(message.getInt(), message.getInt(), message.getInt(), message.getInt(), message.getInt(), bars, sizes);
        for (int bar = 0; bar < PciFunction.BARS; bar++) {
            bars[bar] = message.getInt();
            sizes[bar] = message.getInt();
        }
        return function;
    }
}
