package org.bulkhead.isolate;

import java.lang.reflect.InvocationTargetException;
import org.bulkhead.isolate.message.MessageQueue;

/**
 * Finds the generated client of a protocol. This is how HotSpot does it, by name; an image has a class of the same name that the builder makes, which knows the protocols of all services in the
 * image and needs no reflection.
 */
final class ProtocolClients {
    private ProtocolClients() {}

    /** Returns a client for the service behind {@code queue}. Throws IllegalArgumentException if the protocol has none. */
    static Object client(Class<?> protocol, MessageQueue queue) {
        String name = protocol.getPackageName() + '.' + protocol.getName().substring(protocol.getName().lastIndexOf('.') + 1).replace("$", "") + "Client";
        try {
            return Class.forName(name, true, protocol.getClassLoader()).getConstructor(MessageQueue.class).newInstance(queue);
        } catch (ClassNotFoundException | NoSuchMethodException | InstantiationException | IllegalAccessException | InvocationTargetException e) {
            throw new IllegalArgumentException("no client for the protocol " + protocol.getName() + ": annotate it with @Protocol, and compile it with isolate-processor on javac's class path", e);
        }
    }
}
