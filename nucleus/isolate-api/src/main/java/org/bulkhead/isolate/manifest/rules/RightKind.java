package org.bulkhead.isolate.manifest.rules;

import java.lang.annotation.Annotation;
import java.util.List;
import org.bulkhead.isolate.Grants;
import org.bulkhead.isolate.Services;
import org.bulkhead.isolate.call.Supervising;
import org.bulkhead.isolate.manifest.SendsTo;
import org.bulkhead.isolate.manifest.Supervises;
import org.bulkhead.isolate.manifest.UsesInterrupt;
import org.bulkhead.isolate.manifest.UsesPci;
import org.bulkhead.isolate.manifest.UsesPorts;
import org.bulkhead.isolate.manifest.UsesService;

/** The kinds of rights that a manifest gives: which annotation gives one, and which calls ask for one. */
public enum RightKind {
    PORTS(UsesPorts.class, "ports \"%s\"", List.of(new Request(Grants.class, "ports", String.class))),
    INTERRUPT(UsesInterrupt.class, "interrupt %s", List.of(new Request(Grants.class, "interrupt", int.class))),
    SERVICE(UsesService.class, "the service %s", List.of(new Request(Services.class, "connect", String.class), new Request(Grants.class, "queue", String.class))),
    /** Code asks for the queue of a service to send to in the same way as for one to call. */
    SENDS_TO(SendsTo.class, "sending to %s", SERVICE.requests),
    PCI(UsesPci.class, "PCI function \"%s\"", List.of()),
    SUPERVISION(Supervises.class, "supervision", List.of(new Request(Supervising.class, Request.ANY_METHOD, null)));

    private final Class<? extends Annotation> annotation;
    private final String words;
    private final List<Request> requests;

    /**
     * A method by which code asks for a right.
     *
     * @param owner class that declares it
     * @param method its name, or {@link #ANY_METHOD}
     * @param argument type of its first parameter, which names the right; null if there is only one such right
     */
    public record Request(Class<?> owner, String method, Class<?> argument) {
        /** Every method of the class. */
        public static final String ANY_METHOD = "*";
    }

    RightKind(Class<? extends Annotation> annotation, String words, List<Request> requests) {
        this.annotation = annotation;
        this.words = words;
        this.requests = requests;
    }

    /** Returns the annotation that gives rights of this kind. */
    public Class<? extends Annotation> annotation() {
        return annotation;
    }

    /** Returns the methods by which code asks for rights of this kind. */
    public List<Request> requests() {
        return requests;
    }

    String describe(String name) {
        return String.format(words, name);
    }
}
