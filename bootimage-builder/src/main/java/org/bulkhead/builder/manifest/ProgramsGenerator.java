package org.bulkhead.builder.manifest;

import java.util.List;
import org.bulkhead.isolate.Grants;
import org.bulkhead.isolate.Isolate;
import org.bulkhead.isolate.manifest.BarGrant;
import org.bulkhead.isolate.manifest.BarKind;
import org.bulkhead.isolate.manifest.Exhausted;
import org.bulkhead.isolate.manifest.Manifest;
import org.bulkhead.isolate.manifest.PciClaim;
import org.bulkhead.isolate.manifest.PortGrant;
import org.bulkhead.isolate.manifest.Rank;
import org.bulkhead.isolate.manifest.RestartPolicy;
import org.bulkhead.isolate.manifest.RestartStrategy;
import org.bulkhead.isolate.manifest.StartMode;
import org.bulkhead.isolate.manifest.WindowGrant;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.commons.GeneratorAdapter;
import org.objectweb.asm.commons.Method;
import org.objectweb.asm.tree.ClassNode;

/**
 * Writes the class {@code org.bulkhead.isolate.SystemPrograms}: {@code static Manifest[] all()}, whose manifests its initialiser makes, and
 * {@code static void start(int program, int incarnation, long argument)}, which makes and runs the program of that number.
 */
final class ProgramsGenerator {
    /** Internal name of the generated class. */
    static final String NAME = "org/bulkhead/isolate/SystemPrograms";

    private static final Type SELF = Type.getObjectType(NAME);
    private static final Type MANIFEST = Type.getType(Manifest.class);
    private static final Type MANIFESTS = Type.getType(Manifest[].class);
    private static final Type BUILDER = Type.getType(Manifest.Builder.class);
    private static final Type GRANTS = Type.getType(Grants.class);
    private static final Type STRING = Type.getType(String.class);
    static final String FIELD = "ALL";
    /** Makes the grants of a program. */
    static final Method OF = new Method("of", GRANTS, new Type[] {MANIFESTS, Type.INT_TYPE, Type.INT_TYPE, Type.LONG_TYPE, STRING});
    /** What the locals of {@code start} hold, as a stack map frame says it. */
    private static final Object[] PARAMETERS = {Opcodes.INTEGER, Opcodes.INTEGER, Opcodes.LONG};

    private final List<Manifest> manifests;
    private final ImageSettings settings;

    ProgramsGenerator(List<Manifest> manifests, ImageSettings settings) {
        this.manifests = manifests;
        this.settings = settings;
    }

    ClassNode generate() {
        ClassNode node = new ClassNode(Opcodes.ASM9);
        node.visit(Opcodes.V17, Opcodes.ACC_PUBLIC | Opcodes.ACC_FINAL | Opcodes.ACC_SUPER, NAME, null, "java/lang/Object", null);
        node.visitSource("SystemPrograms.java", null);
        node.visitField(Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC | Opcodes.ACC_FINAL, FIELD, MANIFESTS.getDescriptor(), null, null).visitEnd();
        initialiser(node);
        all(node);
        start(node);
        node.visitEnd();
        return node;
    }

    private static GeneratorAdapter method(ClassNode node, int access, Method method) {
        GeneratorAdapter code = new GeneratorAdapter(access, method, null, null, node);
        code.visitCode();
        return code;
    }

    private void initialiser(ClassNode node) {
        GeneratorAdapter code = method(node, Opcodes.ACC_STATIC, new Method("<clinit>", "()V"));
        code.push(manifests.size());
        code.newArray(MANIFEST);
        for (Manifest each : manifests) {
            code.dup();
            code.push(each.program());
            manifest(code, each);
            code.arrayStore(MANIFEST);
        }
        code.putStatic(SELF, FIELD, MANIFESTS);
        code.returnValue();
        end(code);
    }

    private static void end(GeneratorAdapter code) {
        // The builder's own compiler sizes the frame from these; generous rather than computed, since ASM computes them only when it writes bytes.
        code.visitMaxs(16, 16);
        code.visitEnd();
    }

    private void manifest(GeneratorAdapter code, Manifest manifest) {
        code.newInstance(BUILDER);
        code.dup();
        code.push(manifest.program());
        code.push(manifest.name());
        code.push(manifest.className());
        code.invokeConstructor(BUILDER, new Method("<init>", Type.VOID_TYPE, new Type[] {Type.INT_TYPE, STRING, STRING}));
        constant(code, "rank", Rank.class, manifest.rank());
        constant(code, "start", StartMode.class, manifest.start());
        if (manifest.serves()) {
            text(code, "serves", manifest.protocol());
        }
        if (manifest.supervises()) {
            call(code, "supervises");
        }
        if (manifest.loadsModules()) {
            call(code, "loadsModules");
        }
        manifest.services().forEach(each -> text(code, "usesService", each));
        manifest.sendsTo().forEach(each -> text(code, "sendsTo", each));
        manifest.interrupts().forEach(each -> number(code, "interrupt", each));
        for (PortGrant each : manifest.ports()) {
            code.push(each.name());
            code.push(each.first());
            code.push(each.count());
            call(code, "ports", STRING, Type.INT_TYPE, Type.INT_TYPE);
        }
        for (WindowGrant each : manifest.windows()) {
            code.push(each.name());
            code.push(each.first());
            code.push(each.bytes());
            call(code, "window", STRING, Type.LONG_TYPE, Type.INT_TYPE);
        }
        if (manifest.pci() != null) {
            pci(code, manifest.pci());
        }
        number(code, "heapBytes", manifest.heapBytes());
        number(code, "cpuPercent", manifest.cpuPercent());
        number(code, "queueSlots", manifest.queueSlots());
        number(code, "requestMillis", settings.pace().requestMillis(manifest));
        number(code, "runMillis", settings.pace().runMillis(manifest));
        number(code, "queuedMillis", settings.pace().queuedMillis(manifest));
        number(code, "heartbeatMillis", manifest.heartbeatMillis());
        number(code, "stateBytes", manifest.stateBytes());
        Type strategy = Type.getType(RestartStrategy.class);
        code.push(manifest.group());
        code.getStatic(strategy, manifest.strategy().name(), strategy);
        call(code, "group", STRING, strategy);
        constant(code, "exhausted", Exhausted.class, manifest.exhausted());
        text(code, "recovery", manifest.recovery());
        manifest.complainsAbout().forEach(each -> text(code, "complainsAbout", each));
        settings.of(manifest.name()).complaints().forEach(each -> text(code, "complainsAbout", each));
        text(code, "versionOf", manifest.versionOf());
        if (manifest.keepsMemory()) {
            call(code, "keepsMemory");
        }
        if (manifest.updatable()) {
            call(code, "updatable");
        }
        Type policy = Type.getType(RestartPolicy.class);
        code.getStatic(policy, manifest.restartPolicy().name(), policy);
        code.push(settings.pace().burst(manifest));
        code.push(settings.pace().sustained(manifest));
        call(code, "restarts", policy, Type.INT_TYPE, Type.INT_TYPE);
        code.invokeVirtual(BUILDER, new Method("build", MANIFEST, new Type[0]));
    }

    private static void pci(GeneratorAdapter code, PciClaim claim) {
        code.push(claim.name());
        code.push(claim.vendor());
        code.push(claim.device());
        code.push(claim.classCode());
        code.push(claim.interrupt());
        code.push(claim.optional());
        call(code, "pci", STRING, Type.INT_TYPE, Type.INT_TYPE, Type.INT_TYPE, Type.BOOLEAN_TYPE, Type.BOOLEAN_TYPE);
        Type kind = Type.getType(BarKind.class);
        for (BarGrant each : claim.bars()) {
            code.push(each.name());
            code.push(each.bar());
            code.getStatic(kind, each.kind().name(), kind);
            code.push(each.offset());
            code.push(each.bytes());
            call(code, "bar", STRING, Type.INT_TYPE, kind, Type.INT_TYPE, Type.INT_TYPE);
        }
    }

    private static void call(GeneratorAdapter code, String name, Type... parameters) {
        code.invokeVirtual(BUILDER, new Method(name, BUILDER, parameters));
    }

    private static void text(GeneratorAdapter code, String name, String value) {
        code.push(value);
        call(code, name, STRING);
    }

    private static void number(GeneratorAdapter code, String name, int value) {
        code.push(value);
        call(code, name, Type.INT_TYPE);
    }

    private static <E extends Enum<E>> void constant(GeneratorAdapter code, String name, Class<E> type, E value) {
        code.getStatic(Type.getType(type), value.name(), Type.getType(type));
        call(code, name, Type.getType(type));
    }

    private static void all(ClassNode node) {
        GeneratorAdapter code = method(node, Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC, new Method("all", MANIFESTS, new Type[0]));
        code.getStatic(SELF, FIELD, MANIFESTS);
        code.returnValue();
        end(code);
    }

    private void start(ClassNode node) {
        GeneratorAdapter code = method(node, Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC,
            new Method("start", Type.VOID_TYPE, new Type[] {Type.INT_TYPE, Type.INT_TYPE, Type.LONG_TYPE}));
        for (Manifest each : manifests) {
            Label next = code.newLabel();
            code.loadArg(0);
            code.push(each.program());
            code.ifICmp(GeneratorAdapter.NE, next);
            Type type = Type.getObjectType(each.className().replace('.', '/'));
            code.newInstance(type);
            code.dup();
            code.getStatic(SELF, FIELD, MANIFESTS);
            code.push(each.program());
            code.loadArg(1);
            code.loadArg(2);
            code.push(settings.of(each.name()).text());
            code.invokeStatic(GRANTS, OF);
            code.invokeConstructor(type, new Method("<init>", Type.VOID_TYPE, new Type[] {GRANTS}));
            code.invokeInterface(Type.getType(Isolate.class), new Method("run", Type.VOID_TYPE, new Type[0]));
            code.returnValue();
            code.mark(next);
            code.visitFrame(Opcodes.F_NEW, PARAMETERS.length, PARAMETERS, 0, null);
        }
        code.throwException(Type.getType(IllegalArgumentException.class), "no program of that number");
        end(code);
    }
}
