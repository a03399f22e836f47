package org.bulkhead.servers.terminal;

import java.util.Arrays;
import org.bulkhead.isolate.message.MalformedPayloadException;
import org.bulkhead.isolate.protocol.Input;
import org.bulkhead.isolate.protocol.TerminalException;
import org.bulkhead.isolate.protocol.Terminals;
import org.bulkhead.isolate.protocol.TerminalsServer.OutputReply;
import org.bulkhead.isolate.protocol.TerminalsServer.ReadReply;
import org.bulkhead.isolate.protocol.TerminalsServer.WriteReply;

/** One run of a program: its command line, what it has written, what was typed for it, and who waits for what. A waiting request is answered when its like comes again: the earlier caller has given up. */
final class Session {
    private static final int CAPACITY = 4096;
    private static final Input NOTHING = new Input(0, new byte[0]);

    private final int opener;
    private final NumberedBytes output = new NumberedBytes(CAPACITY);
    private final NumberedBytes input = new NumberedBytes(CAPACITY);
    private byte[] arguments = {};
    private boolean inputEnded;

    private OutputReply watcher;
    private ReadReply reader;
    private int readLimit;
    private WriteReply writer;
    private byte[] unwritten;

    /** A session of the client with badge {@code opener}. */
    Session(int opener) {
        this.opener = opener;
    }

    boolean isOf(int client) {
        return opener == client;
    }

    void addArguments(int offset, byte[] piece) throws TerminalException {
        if (offset < 0 || offset > arguments.length) {
            throw new MalformedPayloadException("arguments at " + offset + " of " + arguments.length);
        }
        if (offset + piece.length > Terminals.ARGUMENTS_LIMIT) {
            throw new TerminalException("the command line has more than " + Terminals.ARGUMENTS_LIMIT + " bytes: put some of it into a file");
        }
        byte[] longer = Arrays.copyOf(arguments, offset + piece.length);
        System.arraycopy(piece, 0, longer, offset, piece.length);
        arguments = longer;
    }

    byte[] arguments(int offset) {
        if (offset < 0) {
            throw new MalformedPayloadException("arguments from " + offset + " on");
        }
        int start = Math.min(offset, arguments.length);
        return Arrays.copyOfRange(arguments, start, Math.min(start + Terminals.TRANSFER_LIMIT, arguments.length));
    }

    /** Takes what was typed, from number {@code first} on, as far as it is new and there is room; returns the number of the next byte to type. */
    long type(long first, byte[] bytes) {
        for (int i = 0; i < bytes.length && input.space() > 0; i++) {
            if (first + i == input.end()) {
                input.add(bytes[i]);
            }
        }
        answerReader();
        return input.end();
    }

    void endInput() {
        inputEnded = true;
        answerReader();
    }

    void output(long next, OutputReply reply) {
        output.acknowledge(next);
        if (watcher != null) {
            watcher.answer(NOTHING);
        }
        watcher = reply;
        answerWriter();
        answerWatcher();
    }

    /** Returns the oldest of what was written, from number {@code next} on; nothing if there is nothing. */
    Input written(long next) {
        output.acknowledge(next);
        answerWriter();
        return output.oldest(Terminals.TRANSFER_LIMIT);
    }

    void write(byte[] bytes, WriteReply reply) {
        if (writer != null) {
            writer.answer();
        }
        writer = reply;
        unwritten = bytes;
        answerWriter();
        answerWatcher();
    }

    void read(long next, int limit, ReadReply reply) {
        input.acknowledge(next);
        if (reader != null) {
            reader.answer(NOTHING);
        }
        reader = reply;
        readLimit = Math.min(limit, Terminals.TRANSFER_LIMIT);
        answerReader();
    }

    /** All who wait are sent away. */
    void end() {
        if (watcher != null) {
            watcher.answer(NOTHING);
        }
        if (reader != null) {
            reader.answer(NOTHING);
        }
        if (writer != null) {
            writer.answer();
        }
    }

    private void answerWatcher() {
        if (watcher != null && !output.isEmpty()) {
            watcher.answer(output.oldest(Terminals.TRANSFER_LIMIT));
            watcher = null;
        }
    }

    private void answerReader() {
        if (reader != null && (inputEnded || !input.isEmpty())) {
            reader.answer(input.oldest(readLimit));
            reader = null;
        }
    }

    private void answerWriter() {
        if (writer != null && output.space() >= unwritten.length) {
            for (byte each : unwritten) {
                output.add(each);
            }
            writer.answer();
            writer = null;
            unwritten = null;
        }
    }
}
