package org.bulkhead.processor;

import com.palantir.javapoet.ClassName;

/** The classes of the isolate API that generated code uses; this module is built before them. */
final class Names {
    private static final String MESSAGES = "org.bulkhead.isolate.message";
    private static final String PROTOCOLS = "org.bulkhead.isolate.protocol";

    static final String PROTOCOL = PROTOCOLS + ".Protocol";
    static final String IDEMPOTENT = PROTOCOLS + ".Idempotent";
    static final String DEADLINE = PROTOCOLS + ".Deadline";
    static final String TIMEOUT = PROTOCOLS + ".Timeout";
    static final String ONE_WAY = PROTOCOLS + ".OneWay";
    static final String DEFERRED = PROTOCOLS + ".Deferred";
    static final String MAX_LENGTH = PROTOCOLS + ".MaxLength";
    static final String NULLABLE = PROTOCOLS + ".Nullable";
    static final String LENT = PROTOCOLS + ".Lent";

    static final ClassName TYPED_CLIENT = ClassName.get(PROTOCOLS, "TypedClient");
    static final ClassName OPERATION_CODE = ClassName.get(PROTOCOLS, "OperationCode");
    static final ClassName REPLY = ClassName.get(PROTOCOLS, "Reply");
    static final ClassName MESSAGE = ClassName.get(MESSAGES, "Message");
    static final ClassName MESSAGE_QUEUE = ClassName.get(MESSAGES, "MessageQueue");
    static final ClassName DISPATCHER = ClassName.get(MESSAGES, "Dispatcher");
    static final ClassName OUTCOME = ClassName.get(MESSAGES, "Outcome");
    static final ClassName MALFORMED = ClassName.get(MESSAGES, "MalformedPayloadException");
    static final ClassName LEASE = ClassName.get(MESSAGES, "Lease");
    static final ClassName LEASE_WINDOW = ClassName.get(MESSAGES, "LeaseWindow");
    static final ClassName LEASE_ACCESS = ClassName.get(MESSAGES, "LeaseAccess");
    static final ClassName HANDLE = ClassName.get("org.bulkhead.isolate.call", "Handle");
    static final ClassName NUCLEUS = ClassName.get("org.bulkhead.isolate.call", "Nucleus");

    private Names() {}
}
