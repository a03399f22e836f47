package org.bulkhead.isolate.manifest.rules;

import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;
import org.bulkhead.isolate.manifest.ComplainsAbout;
import org.bulkhead.isolate.manifest.Driver;
import org.bulkhead.isolate.manifest.Exhausted;
import org.bulkhead.isolate.manifest.KeepsMemory;
import org.bulkhead.isolate.manifest.Limits;
import org.bulkhead.isolate.manifest.LoadsModules;
import org.bulkhead.isolate.manifest.Manifest;
import org.bulkhead.isolate.manifest.PortGrant;
import org.bulkhead.isolate.manifest.Program;
import org.bulkhead.isolate.manifest.Rank;
import org.bulkhead.isolate.manifest.RestartPolicy;
import org.bulkhead.isolate.manifest.RestartStrategy;
import org.bulkhead.isolate.manifest.Restarts;
import org.bulkhead.isolate.manifest.SendsTo;
import org.bulkhead.isolate.manifest.Server;
import org.bulkhead.isolate.manifest.StartMode;
import org.bulkhead.isolate.manifest.Supervises;
import org.bulkhead.isolate.manifest.UsesInterrupt;
import org.bulkhead.isolate.manifest.UsesPci;
import org.bulkhead.isolate.manifest.UsesPorts;
import org.bulkhead.isolate.manifest.UsesService;
import org.bulkhead.isolate.manifest.UsesWindow;
import org.bulkhead.isolate.manifest.VersionOf;
import org.bulkhead.isolate.manifest.WindowGrant;

/** Reads the annotations of one isolate's class and checks everything that the class alone shows. */
public final class ManifestReader {
    /** The annotations that make a class an isolate. */
    public static final List<Class<? extends Annotation>> KINDS = List.of(Driver.class, Server.class, Program.class);

    private static final String NAME = "[a-z0-9][a-z0-9-]{0,14}";
    private static final String NAME_RULE = "1 to 15 characters a-z, 0-9 and -, the first of them no -";
    private static final int PORT_COUNT = 0x1_0000;
    private static final int LINE_COUNT = 16;
    private static final int SLOTS_MIN = 2;
    private static final int SLOTS_MAX = 256;
    private static final int RESTARTS_MAX = 100;
    private static final int PAGE = 4096;
    private static final long PHYSICAL_END = 1L << 32;
    private static final long HEAP_MIN = 256 * 1024;
    private static final long HEAP_MAX = 1L << 30;
    private static final String NO_PROTOCOL = "void";

    private final IsolateClass type;
    private final Consumer<Finding> findings;
    private final Map<Right, Place> rights = new LinkedHashMap<>();
    private boolean sound = true;

    /** Reads {@code type}; what is wrong with it goes to {@code findings}. */
    public ManifestReader(IsolateClass type, Consumer<Finding> findings) {
        this.type = type;
        this.findings = findings;
    }

    private void error(Place place, String message) {
        sound = false;
        findings.accept(Finding.error(place, message));
    }

    private List<Declaration> kinds() {
        return KINDS.stream().map(type::declaration).flatMap(Optional::stream).toList();
    }

    /** Returns where the class stands; of one that does not say, where programs do. */
    public Rank rank() {
        List<Declaration> kinds = kinds();
        return kinds.isEmpty() ? Rank.PROGRAM : kinds.get(0).constant("rank", Rank.class);
    }

    /** Returns the manifest of the class as program number {@code program}; empty if there was an error. To be called once. */
    public Optional<DeclaredManifest> read(int program) {
        List<Declaration> kinds = kinds();
        if (kinds.size() != 1) {
            error(type.place(), kinds.isEmpty() ? "the class " + type.name() + " is no isolate: annotate it with @Driver, @Server or @Program"
                : "the class " + type.name() + " has more than one of @Driver, @Server and @Program: keep one");
            return Optional.empty();
        }
        Declaration kind = kinds.get(0);
        checkClass();
        String name = kind.text("name");
        if (!name.matches(NAME)) {
            error(kind.place("name"), "the name \"" + name + "\" cannot be an isolate's: use " + NAME_RULE);
        }
        Rank rank = rank();
        Manifest.Builder builder = new Manifest.Builder(program, name, type.name()).rank(rank).start(kind.constant("start", StartMode.class));
        readProtocol(builder, kind);
        readSupervision(builder, kind, rank);
        readLoading(builder);
        readServices(builder, name, rank);
        readInterrupts(builder);
        readPorts(builder);
        readWindows(builder);
        readState(builder);
        readUpdates(builder, kind);
        type.declaration(UsesPci.class).ifPresent(each -> {
            add(RightKind.PCI, each.text("name"), each.place());
            new PciReader(each, this::error, this::add).read(builder);
        });
        Declaration limits = read(Limits.class);
        readLimits(builder, limits);
        readRestarts(builder, name);
        return sound ? Optional.of(new DeclaredManifest(builder.build(), kind.place(), limits.place("queue"), rights)) : Optional.empty();
    }

    /** Returns an annotation, or one with all its defaults if there is none. */
    private Declaration read(Class<? extends Annotation> annotation) {
        return type.declaration(annotation).orElseGet(() -> type.defaults(annotation));
    }

    private List<Declaration.Value> values(Class<? extends Annotation> annotation) {
        return type.declaration(annotation).map(each -> each.list("value")).orElse(List.of());
    }

    private void checkClass() {
        if (!type.isPublicAndConcrete()) {
            error(type.place(), "the class " + type.name() + " cannot be started: make it public and not abstract");
        }
        if (!type.isIsolate()) {
            error(type.place(), "the class " + type.name() + " does not implement org.bulkhead.isolate.Isolate: implement it");
        }
        if (!type.hasGrantsConstructor()) {
            error(type.place(), "the class " + type.name() + " has no public constructor with the one parameter Grants: add it");
        }
    }

    /** Remembers a right; returns whether it is the first of that kind and name. */
    private boolean add(RightKind kind, Object name, Place place) {
        Right right = new Right(kind, name.toString());
        Place other = rights.putIfAbsent(right, place);
        if (other != null) {
            error(place, "asks twice for " + right + " (" + other + "): keep one of the two");
        }
        return other == null;
    }

    private void readProtocol(Manifest.Builder builder, Declaration kind) {
        String protocol = kind.text("serves");
        if (protocol.equals(NO_PROTOCOL)) {
            return;
        }
        if (!type.isInterface(protocol)) {
            error(kind.place("serves"), "serves " + protocol + ", which is no interface: name the interface of a protocol");
        }
        builder.serves(protocol.replaceAll(".*[.$]", ""));
    }

    private void readSupervision(Manifest.Builder builder, Declaration kind, Rank rank) {
        Optional<Declaration> supervises = type.declaration(Supervises.class);
        if (supervises.isPresent()) {
            add(RightKind.SUPERVISION, "", supervises.get().place());
            builder.supervises();
        } else if (rank == Rank.SUPERVISOR) {
            error(kind.place("rank"), "an isolate of the rank SUPERVISOR starts all others: annotate it with @Supervises, or choose another rank");
        }
    }

    private void readLoading(Manifest.Builder builder) {
        type.declaration(LoadsModules.class).ifPresent(each -> {
            add(RightKind.LOADING, "", each.place());
            builder.loadsModules();
        });
    }

    private void readServices(Manifest.Builder builder, String own, Rank rank) {
        for (Declaration.Value each : values(UsesService.class)) {
            if (checkService(each, own) && add(RightKind.SERVICE, each.text(), each.place())) {
                if (rank == Rank.SUPERVISOR) {
                    error(each.place(), "calls the service " + each.text() + " from the rank SUPERVISOR, which calls nobody: use @SendsTo");
                }
                builder.usesService(each.text());
            }
        }
        for (Declaration.Value each : values(SendsTo.class)) {
            if (checkService(each, own) && add(RightKind.SENDS_TO, each.text(), each.place())) {
                Place called = rights.get(new Right(RightKind.SERVICE, each.text()));
                if (called != null) {
                    error(each.place(), "sends to the service " + each.text() + ", which it may also call (" + called + "): keep @UsesService, which allows both");
                }
                builder.sendsTo(each.text());
            }
        }
    }

    private boolean checkService(Declaration.Value service, String own) {
        if (!service.text().matches(NAME)) {
            error(service.place(), "\"" + service.text() + "\" cannot be the name of a service: use " + NAME_RULE);
            return false;
        }
        if (service.text().equals(own)) {
            error(service.place(), own + " would call itself and wait for ever: leave its own name out");
            return false;
        }
        return true;
    }

    private void readInterrupts(Manifest.Builder builder) {
        for (Declaration.Value each : values(UsesInterrupt.class)) {
            int line = each.number();
            if (line < 0 || line >= LINE_COUNT) {
                error(each.place(), "there is no interrupt " + line + ": lines are 0 to " + (LINE_COUNT - 1));
            } else if (KeptByNucleus.LINES.contains(line)) {
                error(each.place(), "the nucleus keeps interrupt " + line + " for itself and grants it to nobody: leave it out");
            } else if (add(RightKind.INTERRUPT, line, each.place())) {
                builder.interrupt(line);
            }
        }
    }

    private void readPorts(Manifest.Builder builder) {
        List<PortGrant> known = new ArrayList<>();
        for (Declaration.Value each : values(UsesPorts.class)) {
            Declaration ports = each.declaration();
            PortGrant grant = new PortGrant(ports.text("name"), ports.number("first"), ports.number("count"));
            if (grant.name().isBlank()) {
                error(ports.place("name"), "ports need a name by which the isolate asks for them: say what they are, like \"registers\"");
            }
            if (grant.first() < 0 || grant.count() < 1 || grant.first() >= PORT_COUNT || grant.count() > PORT_COUNT - grant.first()) {
                error(ports.place(grant.count() < 1 ? "count" : "first"), "asks for " + grant.count() + " ports from " + String.format(Locale.ROOT, "0x%x", grant.first())
                    + " on: ports are 0x0 to 0xffff, and at least one of them");
            } else if (add(RightKind.PORTS, grant.name(), ports.place())) {
                KeptByNucleus.overlapping(grant).ifPresent(kept -> error(ports.place(), "the nucleus keeps ports " + SystemCheck.range(kept) + " (" + kept.name()
                    + ") for itself and grants them to nobody: \"" + grant.name() + "\" " + SystemCheck.range(grant) + " must leave them out"));
                for (PortGrant other : known) {
                    if (SystemCheck.overlap(grant, other)) {
                        error(ports.place(), "asks twice for ports: \"" + grant.name() + "\" " + SystemCheck.range(grant) + " and \"" + other.name() + "\" "
                            + SystemCheck.range(other) + " (" + rights.get(new Right(RightKind.PORTS, other.name())) + ") overlap; shorten one of them");
                    }
                }
                known.add(grant);
                builder.ports(grant.name(), grant.first(), grant.count());
            }
        }
    }

    private void readWindows(Manifest.Builder builder) {
        List<WindowGrant> known = new ArrayList<>();
        for (Declaration.Value each : values(UsesWindow.class)) {
            Declaration window = each.declaration();
            WindowGrant grant = new WindowGrant(window.text("name"), window.longNumber("first"), window.number("bytes"));
            if (grant.name().isBlank()) {
                error(window.place("name"), "a window needs a name by which the isolate asks for it: say what it is, like \"screen\"");
            }
            if (grant.bytes() < PAGE || grant.bytes() % PAGE != 0 || grant.bytes() > WindowGrant.BYTES_LIMIT) {
                error(window.place("bytes"), "a window of " + grant.bytes() + " bytes cannot be mapped: use a multiple of " + PAGE + " up to " + WindowGrant.BYTES_LIMIT);
            } else if (grant.first() < 0 || grant.first() % PAGE != 0 || grant.first() > PHYSICAL_END - grant.bytes()) {
                error(window.place("first"), String.format(Locale.ROOT, "a window at 0x%x cannot be mapped: use a multiple of 0x%x below 4 GiB", grant.first(), PAGE));
            } else if (add(RightKind.WINDOW, grant.name(), window.place())) {
                for (WindowGrant other : known) {
                    if (SystemCheck.overlap(grant, other)) {
                        error(window.place(), "asks twice for device memory: \"" + grant.name() + "\" " + SystemCheck.range(grant) + " and \"" + other.name() + "\" "
                            + SystemCheck.range(other) + " (" + rights.get(new Right(RightKind.WINDOW, other.name())) + ") overlap; shorten one of them");
                    }
                }
                known.add(grant);
                builder.window(grant.name(), grant.first(), grant.bytes());
            }
        }
    }

    private void readLimits(Manifest.Builder builder, Declaration limits) {
        long heap = amount(limits, "heap", Amounts::bytes);
        if (heap >= 0 && (heap < HEAP_MIN || heap > HEAP_MAX)) {
            error(limits.place("heap"), "the heap \"" + limits.text("heap") + "\" is out of range: 256K to 1024M");
        }
        int slots = number(limits, "queue", SLOTS_MIN, SLOTS_MAX, "slots");
        builder.heapBytes((int) ((heap + PAGE - 1) / PAGE * PAGE)).queueSlots(slots)
            .cpuPercent((int) amount(limits, "cpu", Amounts::percent))
            .requestMillis((int) amount(limits, "request", Amounts::millis))
            .runMillis((int) amount(limits, "run", Amounts::millis))
            .queuedMillis((int) amount(limits, "queued", Amounts::millis))
            .heartbeatMillis((int) amount(limits, "heartbeat", Amounts::millis))
            .stateBytes((int) amount(limits, "state", Amounts::bytes));
    }

    private long amount(Declaration limits, String element, ToLongFunction<String> parse) {
        try {
            return parse.applyAsLong(limits.text(element));
        } catch (IllegalArgumentException e) {
            error(limits.place(element), "the limit " + element + " is wrong: " + e.getMessage());
            return -1;
        }
    }

    private int number(Declaration declaration, String element, int least, int most, String unit) {
        int value = declaration.number(element);
        if (value < least || value > most) {
            error(declaration.place(element), element + " of " + value + " " + unit + " is out of range: " + least + " to " + most);
        }
        return value;
    }

    private void readState(Manifest.Builder builder) {
        type.declaration(KeepsMemory.class).ifPresent(each -> {
            add(RightKind.KEPT_MEMORY, "", each.place());
            builder.keepsMemory();
        });
    }

    private void readUpdates(Manifest.Builder builder, Declaration kind) {
        type.declaration(VersionOf.class).ifPresent(each -> {
            String component = each.text("value");
            if (!component.matches(NAME) || component.equals(kind.text("name"))) {
                error(each.place("value"), "\"" + component + "\" cannot be the component that " + kind.text("name") + " is a version of: name another isolate of the image");
            }
            builder.versionOf(component);
        });
        if (!type.isUpdatable()) {
            return;
        }
        if (kind.text("serves").equals(NO_PROTOCOL)) {
            error(kind.place("serves"), "the class " + type.name() + " is Updatable and serves no protocol, so there is nothing to hand over: add serves, or implement Isolate only");
        }
        builder.updatable();
    }

    private String optionalName(Declaration declaration, String element) {
        String name = declaration.text(element);
        if (!name.isEmpty() && !name.matches(NAME)) {
            error(declaration.place(element), element + " \"" + name + "\" cannot be a name: use " + NAME_RULE);
        }
        return name;
    }

    private void readRestarts(Manifest.Builder builder, String own) {
        Declaration restarts = read(Restarts.class);
        builder.restarts(restarts.constant("value", RestartPolicy.class), number(restarts, "burst", 0, RESTARTS_MAX, "restarts"),
            number(restarts, "sustained", 0, RESTARTS_MAX, "restarts"));
        builder.group(optionalName(restarts, "group"), restarts.constant("strategy", RestartStrategy.class)).exhausted(restarts.constant("exhausted", Exhausted.class))
            .recovery(optionalName(restarts, "recovery"));
        for (Declaration.Value each : values(ComplainsAbout.class)) {
            if (checkService(each, own) && add(RightKind.COMPLAINS_ABOUT, each.text(), each.place())) {
                builder.complainsAbout(each.text());
            }
        }
    }
}
