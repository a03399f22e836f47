package org.bulkhead.servers.terminal;

import java.util.LinkedHashMap;
import java.util.Map;
import org.bulkhead.isolate.Grants;
import org.bulkhead.isolate.Isolate;
import org.bulkhead.isolate.manifest.Limits;
import org.bulkhead.isolate.manifest.Manifest;
import org.bulkhead.isolate.manifest.Rank;
import org.bulkhead.isolate.manifest.Server;
import org.bulkhead.isolate.message.MalformedPayloadException;
import org.bulkhead.isolate.message.ServiceLoop;
import org.bulkhead.isolate.protocol.Input;
import org.bulkhead.isolate.protocol.TerminalException;
import org.bulkhead.isolate.protocol.Terminals;
import org.bulkhead.isolate.protocol.TerminalsDispatcher;
import org.bulkhead.isolate.protocol.TerminalsServer;

/** The sessions of all programs that run. It calls nobody. It has no limit on the time of a request, since a program may write nothing for hours, and nobody may type. */
@Server(name = Terminals.SERVICE, rank = Rank.SERVICE, serves = Terminals.class)
@Limits(heap = "1M", queue = 64, run = "2s", queued = "2s")
public final class TerminalServer implements Isolate, TerminalsServer {
    private final Map<Integer, Session> sessions = new LinkedHashMap<>();
    private final ServiceLoop loop = new ServiceLoop(new TerminalsDispatcher(this), bits -> { });

    /** Makes the server, which needs nothing but its queue. */
    public TerminalServer(Grants grants) {}

    @Override
    public void run() {
        loop.run();
    }

    @Override
    public void open(int program) {
        if (program < 0 || program >= Manifest.PROGRAM_LIMIT) {
            throw new MalformedPayloadException("program number " + program);
        }
        Session earlier = sessions.put(program, new Session(loop.caller()));
        if (earlier != null) {
            earlier.end();
        }
    }

    /** Returns a session for the one who has opened it. */
    private Session opened(int program) throws TerminalException {
        Session session = sessions.get(program);
        if (session == null || !session.isOf(loop.caller())) {
            throw new TerminalException("program " + program + " has no session of yours: open one");
        }
        return session;
    }

    /** Returns the session of the program that asks. */
    private Session own() throws TerminalException {
        Session session = sessions.get(loop.caller());
        if (session == null) {
            throw new TerminalException("nobody has opened a session for this program: run it from a console");
        }
        return session;
    }

    @Override
    public void addArguments(int program, int offset, byte[] piece) throws TerminalException {
        opened(program).addArguments(offset, piece);
    }

    @Override
    public long type(int program, long first, byte[] bytes) throws TerminalException {
        return opened(program).type(first, bytes);
    }

    @Override
    public void endInput(int program) throws TerminalException {
        opened(program).endInput();
    }

    @Override
    public void output(int program, long next, OutputReply reply) {
        try {
            opened(program).output(next, reply);
        } catch (TerminalException e) {
            reply.fail(e);
        }
    }

    @Override
    public Input written(int program, long next) throws TerminalException {
        return opened(program).written(next);
    }

    @Override
    public void close(int program) {
        Session session = sessions.get(program);
        if (session != null && session.isOf(loop.caller())) {
            sessions.remove(program);
            session.end();
        }
    }

    @Override
    public byte[] arguments(int offset) throws TerminalException {
        return own().arguments(offset);
    }

    @Override
    public void write(byte[] bytes, WriteReply reply) {
        try {
            own().write(bytes, reply);
        } catch (TerminalException e) {
            reply.fail(e);
        }
    }

    @Override
    public void read(long next, int limit, ReadReply reply) {
        if (limit <= 0) {
            throw new MalformedPayloadException("read of " + limit + " bytes");
        }
        try {
            own().read(next, limit, reply);
        } catch (TerminalException e) {
            reply.fail(e);
        }
    }
}
