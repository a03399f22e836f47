package org.bulkhead.builder.link;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.bulkhead.builder.BuildSession;
import org.bulkhead.vm.compiler.model.TypeSystem;
import org.bulkhead.vm.compiler.model.VmField;
import org.bulkhead.vm.compiler.model.VmMethod;
import org.bulkhead.vm.compiler.model.VmType;
import org.bulkhead.vm.compiler.source.MemorySource;
import org.bulkhead.vm.linker.Closure;
import org.bulkhead.vm.linker.IsolateWorld;
import org.bulkhead.vm.linker.LinkProblem;
import org.bulkhead.vm.linker.Placement;
import org.bulkhead.vm.linker.World;
import org.bulkhead.vm.linker.WorldLinker;
import org.bulkhead.vm.linker.heap.ImageHeap;
import org.bulkhead.vm.linker.model.ImageModel;
import org.bulkhead.vm.linker.model.ModelBase;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A model answers as the linker of its image would, and a damaged one says so. */
class ImageModelTest {
    private static final int START = 0x20_0000;
    private static final int DAMAGES = 500;
    private static final int DAMAGED_BYTES = 20;
    private static final int HEADER_END = 88;
    private static final long SEED = 20240101;

    private static SampleBuild build;
    private static WorldLinker linker;
    private static byte[] bytes;
    /** Sees the same classes in types of its own, as a module's linker does. */
    private static BuildSession other;
    private static ModelBase base;

    @BeforeAll
    static void write() {
        build = new SampleBuild(World.ISOLATE).root(SampleProgram.class, "run");
        IsolateWorld.requireForModules(build.closure);
        build.complete();
        linker = IsolateWorld.link(build.closure, new Placement(START));
        bytes = build.session.model(linker);
        other = new SampleBuild(World.ISOLATE, new MemorySource()).session;
        base = new ModelBase(new ImageModel(bytes), other.types());
    }

    private static VmType inOther(VmType type) {
        // Made-up classes become known with the class that they were made up for.
        int made = type.name().indexOf("$$");
        if (made > 0 && !type.isArray()) {
            other.types().type(type.name().substring(0, made));
        }
        return other.types().type(type.name());
    }

    @Test
    void everythingLinkedIsFoundAtItsAddress() {
        Closure closure = build.closure;
        for (VmType type : closure.hubs()) {
            if (type.isArray() && type.name().contains("$$")) {
                continue;
            }
            VmType same = inOther(type);
            assertEquals(linker.hubAddress(type), base.hub(same), type.name());
            assertEquals(linker.objectAddress(closure.heap().mirror(type)), base.mirror(same), type.name());
            assertEquals(closure.isInstantiated(type), base.isInstantiated(same), type.name());
            assertEquals(closure.calledMethods(type).size(), base.calledMethods(same).size(), type.name());
        }
        for (VmMethod method : closure.methods().keySet()) {
            VmMethod same = inOther(method.owner()).declaredMethod(method.name(), method.descriptor());
            assertEquals(linker.codeAddress(method), base.code(same), method::toString);
        }
        for (VmField field : closure.statics()) {
            assertEquals(linker.staticAddress(field), base.staticField(inOther(field.owner()).declaredField(field.name(), field.descriptor())), field::toString);
        }
        for (String literal : closure.literals()) {
            assertEquals(linker.objectAddress(closure.heap().literal(literal, World.ISOLATE)), base.literal(literal), literal);
        }
        assertEquals(0, base.literal("a string that nobody has written anywhere else"));
        assertEquals(0, base.code(inOther(build.type(SampleProgram.Unused.class)).declaredMethod("<init>", "()V")));
    }

    @Test
    void whatTheImageDidWithoutIsKeptAsleep() {
        VmType locale = other.types().type("java/time/Month");
        assertTrue(base.runsAtBuildTime(locale), "its initialiser ran for the model");
        ImageHeap heap = new ImageHeap(other.types(), base);
        VmField values = locale.declaredField("$VALUES");
        int array = (int) heap.getStatic(values);
        assertEquals("[Ljava/time/Month;", heap.typeOf(array).name());
        assertEquals(12, heap.arrayLength(array));
        int first = heap.getReference(array, heap.elementOffset(array, 0));
        VmField january = locale.declaredField("JANUARY");
        assertEquals(first, (int) heap.getStatic(january), "each object wakes once");
    }

    @Test
    void interfaceMethodsKeepTheirNumbers() {
        for (VmMethod method : build.session.types().numberedInterfaceMethods()) {
            VmMethod same = inOther(method.owner()).declaredMethod(method.name(), method.descriptor());
            assertEquals(build.session.types().interfaceNumber(method), other.types().interfaceNumber(same), method::toString);
        }
    }

    @Test
    void theSameImageHasTheSameModel() {
        SampleBuild again = new SampleBuild(World.ISOLATE).root(SampleProgram.class, "run");
        IsolateWorld.requireForModules(again.closure);
        again.complete();
        assertArrayEquals(bytes, again.session.model(IsolateWorld.link(again.closure, new Placement(START))));
    }

    @Test
    void aTruncatedModelIsRefused() {
        for (int length : List.of(0, 7, 40, bytes.length / 2, bytes.length - 1)) {
            String message = assertThrows(LinkProblem.class, () -> new ImageModel(Arrays.copyOf(bytes, length))).getMessage();
            assertFalse(message.contains("\n"), message);
        }
    }

    /** Whatever the damage, the answers are wrong, or refused with a message. */
    @Test
    void damageIsRefusedInOneLine() {
        Random random = new Random(SEED);
        TypeSystem types = new SampleBuild(World.ISOLATE).session.types();
        VmType string = types.type("java/lang/String");
        int refused = 0;
        for (int i = 0; i < DAMAGES; i++) {
            byte[] damaged = bytes.clone();
            for (int j = 0; j < DAMAGED_BYTES; j++) {
                damaged[random.nextInt(HEADER_END)] ^= (byte) (1 << random.nextInt(Byte.SIZE));
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
            }
            try {
                ModelBase answers = new ModelBase(new ImageModel(damaged), types);
                answers.hub(string);
                answers.literal("literal");
                answers.subtypesWithHub(string);
            } catch (LinkProblem e) {
                refused++;
                assertFalse(e.getMessage().contains("\n"), e.getMessage());
            }
        }
        assertTrue(refused > DAMAGES / 2, refused + " of " + DAMAGES + " refused, seed " + SEED);
    }
}
