package org.bulkhead.builder.manifest;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.bulkhead.builder.UserProblem;
import org.bulkhead.isolate.Grants;
import org.bulkhead.isolate.Isolate;
import org.bulkhead.isolate.manifest.Driver;
import org.bulkhead.isolate.manifest.Limits;
import org.bulkhead.isolate.manifest.Manifest;
import org.bulkhead.isolate.manifest.Program;
import org.bulkhead.isolate.manifest.Rank;
import org.bulkhead.isolate.manifest.RestartPolicy;
import org.bulkhead.isolate.manifest.Restarts;
import org.bulkhead.isolate.manifest.SendsTo;
import org.bulkhead.isolate.manifest.Server;
import org.bulkhead.isolate.manifest.StartMode;
import org.bulkhead.isolate.manifest.Supervises;
import org.bulkhead.isolate.manifest.UsesInterrupt;
import org.bulkhead.isolate.manifest.UsesPci;
import org.bulkhead.isolate.manifest.UsesPorts;
import org.bulkhead.isolate.manifest.UsesService;
import org.bulkhead.vm.compiler.model.VmMethod;
import org.bulkhead.vm.compiler.model.VmType;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Reads the annotations of one program class and checks what can be checked without knowing the others. */
final class ManifestReader {
    private static final String NAME = "[a-z0-9][a-z0-9-]{0,14}";
    private static final int PORT_COUNT = 0x1_0000;
    private static final int LINE_COUNT = 16;
    private static final int SLOTS_MIN = 2;
    private static final int SLOTS_MAX = 256;
    private static final int PAGE = 4096;
    private static final long HEAP_MIN = 256 * 1024;
    private static final long HEAP_MAX = 1L << 30;
    private static final String CONSTRUCTOR = "(" + Type.getDescriptor(Grants.class) + ")V";

    private final VmType type;

    ManifestReader(VmType type) {
        this.type = type;
    }

    private UserProblem problem(String what) {
        return UserProblem.failure("isolate class " + type.displayName() + " " + what);
    }

    /** Returns where the class stands. */
    Rank rank() {
        return kind().constant("rank", Rank.class);
    }

    /** Returns the manifest of the class as program number {@code program}. */
    Manifest read(int program) {
        Declaration kind = kind();
        checkClass();
        String name = kind.text("name");
        if (!name.matches(NAME)) {
            throw problem("has the name \"" + name + "\": use 1 to 15 characters a-z, 0-9 and -");
        }
        Manifest.Builder builder = new Manifest.Builder(program, name, type.displayName())
            .rank(kind.constant("rank", Rank.class))
            .start(kind.constant("start", StartMode.class));
        Type protocol = kind.classValue("serves");
        if (protocol.getSort() != Type.VOID) {
            builder.serves(protocol.getInternalName().replaceAll(".*[/$]", ""));
        }
        if (Declaration.on(type, Supervises.class) != null) {
            builder.supervises();
        }
        for (Object each : values(UsesService.class)) {
            builder.usesService((String) each);
        }
        for (Object each : values(SendsTo.class)) {
            builder.sendsTo((String) each);
        }
        for (Object each : values(UsesInterrupt.class)) {
            builder.interrupt(checkedLine((Integer) each));
        }
        Declaration ports = Declaration.on(type, UsesPorts.class);
        for (Object each : values(UsesPorts.class)) {
            readPorts(builder, ports.nested(each));
        }
        readPci(builder);
        readLimits(builder);
        readRestarts(builder);
        return builder.build();
    }

    private Declaration kind() {
        List<Declaration> kinds = Stream.of(Driver.class, Server.class, Program.class).map(each -> Declaration.on(type, each)).filter(each -> each != null).toList();
        if (kinds.isEmpty()) {
            throw problem("is no isolate: annotate it with @Driver, @Server or @Program");
        }
        if (kinds.size() > 1) {
            throw problem("has more than one of @Driver, @Server and @Program: keep one");
        }
        return kinds.get(0);
    }

    private void checkClass() {
        if ((type.access() & Opcodes.ACC_PUBLIC) == 0 || type.isAbstract()) {
            throw problem("cannot be started: make it public and not abstract");
        }
        if (!type.isSubtypeOf(type.types().type(Type.getInternalName(Isolate.class)))) {
            throw problem("does not implement " + Isolate.class.getName());
        }
        VmMethod constructor = type.declaredMethod("<init>", CONSTRUCTOR);
        if (constructor == null || (constructor.access() & Opcodes.ACC_PUBLIC) == 0) {
            throw problem("has no public constructor with the one parameter " + Grants.class.getSimpleName() + ": add it");
        }
    }

    private List<?> values(Class<?> annotation) {
        Declaration found = Declaration.on(type, annotation);
        return found == null ? List.of() : found.list("value");
    }

    private int checkedLine(int line) {
        if (line < 0 || line >= LINE_COUNT) {
            throw problem("asks for the interrupt " + line + ": lines are 0 to " + (LINE_COUNT - 1));
        }
        return line;
    }

    private void readPorts(Manifest.Builder builder, Declaration ports) {
        int first = ports.number("first");
        int count = ports.number("count");
        if (first < 0 || count < 1 || first + count > PORT_COUNT) {
            throw problem("asks for " + count + " ports from " + String.format(Locale.ROOT, "0x%x", first) + " on: ports are 0x0 to 0xffff");
        }
        builder.ports(ports.text("name"), first, count);
    }

    private void readPci(Manifest.Builder builder) {
        Declaration pci = Declaration.on(type, UsesPci.class);
        if (pci != null) {
            try {
                new PciReader(pci).read(builder);
            } catch (IllegalArgumentException e) {
                throw problem("has a wrong @UsesPci: " + e.getMessage());
            }
        }
    }

    private void readLimits(Manifest.Builder builder) {
        Declaration limits = Declaration.orDefaults(type, Limits.class);
        try {
            long heap = Amounts.bytes(limits.text("heap"));
            if (heap < HEAP_MIN || heap > HEAP_MAX) {
                throw new IllegalArgumentException("heap \"" + limits.text("heap") + "\" is out of range: 256K to 1024M");
            }
            int slots = limits.number("queue");
            if (slots < SLOTS_MIN || slots > SLOTS_MAX) {
                throw new IllegalArgumentException("queue of " + slots + " slots is out of range: " + SLOTS_MIN + " to " + SLOTS_MAX);
            }
            builder.heapBytes((int) ((heap + PAGE - 1) / PAGE * PAGE)).queueSlots(slots)
                .cpuPercent(Amounts.percent(limits.text("cpu")))
                .requestMillis(Amounts.millis(limits.text("request")))
                .runMillis(Amounts.millis(limits.text("run")));
        } catch (IllegalArgumentException e) {
            throw problem("has wrong @Limits: " + e.getMessage());
        }
    }

    private void readRestarts(Manifest.Builder builder) {
        Declaration restarts = Declaration.orDefaults(type, Restarts.class);
        builder.restarts(restarts.constant("value", RestartPolicy.class), restarts.number("burst"), restarts.number("sustained"));
    }
}
