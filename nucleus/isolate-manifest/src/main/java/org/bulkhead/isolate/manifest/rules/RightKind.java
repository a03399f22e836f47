package org.bulkhead.isolate.manifest.rules;

import java.lang.annotation.Annotation;
import java.util.List;
import org.bulkhead.isolate.manifest.ComplainsAbout;
import org.bulkhead.isolate.manifest.KeepsMemory;
import org.bulkhead.isolate.manifest.LoadsModules;
import org.bulkhead.isolate.manifest.SendsTo;
import org.bulkhead.isolate.manifest.Supervises;
import org.bulkhead.isolate.manifest.UsesInterrupt;
import org.bulkhead.isolate.manifest.UsesPci;
import org.bulkhead.isolate.manifest.UsesPorts;
import org.bulkhead.isolate.manifest.UsesService;
import org.bulkhead.isolate.manifest.UsesWindow;

/** The kinds of rights that a manifest gives: which annotation gives one, and which calls ask for one. */
public enum RightKind {
    PORTS(UsesPorts.class, "ports", "ports \"%s\"", new Request(Request.GRANTS, "ports", String.class)),
    WINDOW(UsesWindow.class, "a window", "the window \"%s\"", new Request(Request.GRANTS, "window", String.class)),
    INTERRUPT(UsesInterrupt.class, "an interrupt", "interrupt %s", new Request(Request.GRANTS, "interrupt", int.class)),
    SERVICE(UsesService.class, "a service", "the service %s", new Request("org.bulkhead.isolate.Services", "connect", String.class), new Request(Request.GRANTS, "queue", String.class)),
    /** Code that sends to a service asks for its queue, as code that calls it may do too. */
    SENDS_TO(SendsTo.class, "a service to send to", "the service %s to send to", new Request(Request.GRANTS, "queue", String.class)),
    PCI(UsesPci.class, "a PCI function", "the PCI function \"%s\"", new Request(Request.GRANTS, "pci", String.class)),
    PCI_PORTS(UsesPci.class, "ports of a PCI function", "the PCI function's ports \"%s\"", new Request(Request.PCI, "ports", String.class)),
    PCI_MEMORY(UsesPci.class, "memory of a PCI function", "the PCI function's memory \"%s\"", new Request(Request.PCI, "window", String.class)),
    PCI_DMA(UsesPci.class, "a DMA channel of a PCI function", "the PCI function's DMA channel \"%s\"", new Request(Request.PCI, "dma", String.class)),
    PCI_INTERRUPT(UsesPci.class, "the interrupt of a PCI function", "the PCI function's interrupt%s", new Request(Request.PCI, "interrupt", null)),
    KEPT_MEMORY(KeepsMemory.class, "kept memory", "kept memory%s", new Request(Request.GRANTS, "keptMemory", null)),
    /** A complaint is an ordinary request to the supervisor, whose argument names the component: code does not show which. */
    COMPLAINS_ABOUT(ComplainsAbout.class, "a component to complain about", "the component %s to complain about"),
    SUPERVISION(Supervises.class, "supervision", "the right to supervise%s", new Request("org.bulkhead.isolate.call.Supervising", Request.ANY_METHOD, null)),
    LOADING(LoadsModules.class, "loading", "the right to make modules%s", new Request("org.bulkhead.isolate.call.Loading", Request.ANY_METHOD, null));

    private final Class<? extends Annotation> annotation;
    private final String noun;
    private final String words;
    private final List<Request> requests;

    /**
     * A method by which code asks for a right.
     *
     * @param owner class that declares it, named as {@code Class.getName} does: the isolate API is built on this module, not the other way round
     * @param method its name, or {@link #ANY_METHOD}
     * @param argument type of its first parameter, which names the right; null if there is only one such right
     */
    public record Request(String owner, String method, Class<?> argument) {
        static final String GRANTS = "org.bulkhead.isolate.Grants";
        static final String PCI = "org.bulkhead.isolate.PciDevice";
        /** Every method of the class. */
        public static final String ANY_METHOD = "*";

        /** Returns whether a call of a method of a class, named as {@code Class.getName} does, is such a request. */
        public boolean matches(String className, String called) {
            return owner.equals(className) && (method.equals(ANY_METHOD) || method.equals(called));
        }
    }

    RightKind(Class<? extends Annotation> annotation, String noun, String words, Request... requests) {
        this.annotation = annotation;
        this.noun = noun;
        this.words = words;
        this.requests = List.of(requests);
    }

    /** Returns the annotation that gives rights of this kind. */
    public Class<? extends Annotation> annotation() {
        return annotation;
    }

    /** Returns what to do about a right that nothing asks for. */
    public String removal() {
        return this == PCI_INTERRUPT ? "say interrupt = false in @UsesPci" : "leave it out of @" + annotation.getSimpleName();
    }

    /** Returns what one such right is, whatever its name. */
    public String noun() {
        return noun;
    }

    /** Returns the methods by which code asks for rights of this kind; none if that cannot be told from code. */
    public List<Request> requests() {
        return requests;
    }

    String describe(String name) {
        return String.format(words, name);
    }
}
