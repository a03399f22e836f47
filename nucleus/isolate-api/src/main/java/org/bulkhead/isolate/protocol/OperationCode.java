package org.bulkhead.isolate.protocol;

import org.bulkhead.isolate.message.Message;
import org.bulkhead.isolate.message.Outcome;

/**
 * How a generated client names an operation in a request, so that each request says which protocol and version it belongs to.
 *
 * <pre>
 *  31    30 … 16              15 … 8    7 … 0
 *   0    tag of the protocol  version   number of the method, from 1 on
 * </pre>
 * The tag is made of the interface's qualified name and never 0. A reply's operation is 0, the number of a declared exception, or {@link #MISUNDERSTOOD}.
 */
public final class OperationCode {
    /** Operation of the reply to a request of another protocol or version; its payload is the code and the name that the server would have understood. */
    public static final int MISUNDERSTOOD = 0x7FFF_FFFF;

    private static final int NUMBER_MASK = 0xFF;
    private static final int VERSION_SHIFT = 8;
    private static final int TAG_SHIFT = 16;

    private OperationCode() {}

    /**
     * {@return the number of the method, from 1 on}
     *
     * @param operation of a request that a generated client made
     */
    public static int number(int operation) {
        return operation & NUMBER_MASK;
    }

    /**
     * {@return the version of the protocol}
     *
     * @param operation of a request that a generated client made
     */
    public static int version(int operation) {
        return operation >>> VERSION_SHIFT & NUMBER_MASK;
    }

    /**
     * Answers a request that a dispatcher does not know: with what it would have understood if a generated client made the request, otherwise by refusing it.
     *
     * @param message the request, and afterwards the reply if there is one
     * @param known any operation of the dispatcher's protocol
     * @param protocol its name and version, for people
     * @return what became of the request
     */
    public static Outcome misunderstood(Message message, int known, String protocol) {
        if (message.operation() >>> TAG_SHIFT == 0) {
            return Outcome.REFUSE;
        }
        message.begin(MISUNDERSTOOD).putInt(known).putText(protocol);
        return Outcome.REPLY;
    }

    /** Compares what a server says it knows with what was asked of it. */
    static ProtocolException.Disagreement disagreement(int known, int asked) {
        if (known >>> TAG_SHIFT != asked >>> TAG_SHIFT) {
            return ProtocolException.Disagreement.OTHER_PROTOCOL;
        }
        return version(known) != version(asked) ? ProtocolException.Disagreement.OTHER_VERSION : ProtocolException.Disagreement.UNKNOWN_OPERATION;
    }
}
