package org.bulkhead.builder.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bulkhead.vm.compiler.RuntimeCall;
import org.bulkhead.vm.compiler.model.VmMethod;
import org.bulkhead.vm.compiler.model.VmType;
import org.bulkhead.vm.magic.Address;
import org.bulkhead.vm.runtime.layout.HubLayout;
import org.bulkhead.vm.runtime.layout.ObjectLayout;
import org.bulkhead.vm.runtime.types.Hubs;
import org.bulkhead.vm.runtime.types.TypeChecks;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Reads hubs as the runtime and compiled code do, and compares with the types they were written from. */
class HubWriterTest {
    private static LinkedSample sample;
    private static List<VmType> hubs;

    @BeforeAll
    static void link() {
        sample = new LinkedSample();
        hubs = List.copyOf(sample.build.closure.hubs());
    }

    @AfterAll
    static void close() {
        sample.close();
    }

    private static Address hub(Class<?> type) {
        return sample.hub(sample.type(type));
    }

    private static List<Integer> list(Address list) {
        List<Integer> values = new ArrayList<>();
        for (int i = 0; i < list.loadInt(); i++) {
            values.add(list.loadInt(Integer.BYTES * (i + 1)));
        }
        return values;
    }

    @Test
    void theSampleHasAllKindsOfTypes() {
        Set<VmType.Kind> kinds = new HashSet<>();
        hubs.forEach(type -> kinds.add(type.kind()));
        assertEquals(Set.of(VmType.Kind.values()), kinds);
        assertEquals(9, sample.type(SampleProgram.Depth9.class).depth());
        assertFalse(hubs.contains(sample.type(SampleProgram.Unused.class)));
    }

    @Test
    void theRuntimeDecidesSubtypesAsTheCompilerDoes() {
        for (VmType sub : hubs) {
            for (VmType target : hubs) {
                assertEquals(sub.isSubtypeOf(target), TypeChecks.isSubtype(sample.hub(sub), sample.hub(target)), () -> sub + " as " + target);
            }
        }
    }

    @Test
    void theDisplayHasTheSuperclassesAtTheirDepths() {
        Address deepest = hub(SampleProgram.Depth9.class);
        VmType each = sample.type(SampleProgram.Depth9.class);
        for (int depth = 9; depth >= 0; depth--, each = each.superclass()) {
            if (depth < HubLayout.DISPLAY_LENGTH) {
                assertEquals(sample.linker.hubAddress(each), deepest.loadInt(HubLayout.DISPLAY + Integer.BYTES * depth), "depth " + depth);
            }
        }
        Address base = hub(SampleProgram.Base.class);
        assertEquals(1, base.loadInt(HubLayout.DEPTH));
        assertTrue(base.loadReference(HubLayout.DISPLAY + Integer.BYTES).sameAs(base));
        for (int depth = 2; depth < HubLayout.DISPLAY_LENGTH; depth++) {
            assertEquals(0, base.loadInt(HubLayout.DISPLAY + Integer.BYTES * depth));
        }
    }

    @Test
    void superinterfacesThatTheImageNamesAreListed() {
        for (VmType type : hubs) {
            Set<Integer> wanted = new HashSet<>();
            type.allInterfaces().stream().filter(hubs::contains).forEach(each -> wanted.add(sample.linker.hubAddress(each)));
            List<Integer> listed = list(sample.hub(type).loadReference(HubLayout.INTERFACES));
            assertEquals(wanted, new HashSet<>(listed), type::toString);
            assertEquals(wanted.size(), listed.size(), type::toString);
        }
        assertTrue(list(hub(SampleProgram.Heavy.class).loadReference(HubLayout.INTERFACES)).contains(sample.linker.hubAddress(sample.type(SampleProgram.Sized.class))));
    }

    /** What the routine INTERFACE_LOOKUP does; 0 if the number is not there. */
    private static int lookUp(Address hub, int number) {
        Address table = hub.loadReference(HubLayout.INTERFACE_TABLE);
        int mask = table.loadInt();
        for (int slot = number & mask, steps = 0; steps <= mask; slot = slot + 1 & mask, steps++) {
            Address entry = table.plus(HubLayout.INTERFACE_TABLE_ENTRIES + slot * HubLayout.INTERFACE_TABLE_ENTRY_SIZE);
            if (entry.loadInt() == number) {
                return entry.loadInt(Integer.BYTES);
            }
            if (entry.loadInt() == 0) {
                return 0;
            }
        }
        throw new AssertionError("the table of " + hub + " has no empty entry, so a search for " + number + " never ends");
    }

    @Test
    void interfaceCallsFindTheCodeOfEveryCalledMethod() {
        int found = 0;
        for (VmType type : hubs) {
            if (sample.build.closure.isInstantiated(type)) {
                for (VmType each : type.allInterfaces()) {
                    for (VmMethod method : sample.build.closure.calledMethods(each)) {
                        VmMethod selected = type.select(method);
                        assertEquals(sample.linker.codeAddress(selected), lookUp(sample.hub(type), sample.types().interfaceNumber(method)), () -> method + " on " + type);
                        found++;
                    }
                }
            }
        }
        assertTrue(found > 15, "only " + found + " interface calls");
        VmMethod weight = sample.build.method(SampleProgram.Named.class, "weight");
        int number = sample.types().interfaceNumber(weight);
        assertEquals(sample.linker.codeAddress(weight), lookUp(hub(SampleProgram.Depth4.class), number), "the default method");
        assertEquals(sample.linker.codeAddress(sample.build.method(SampleProgram.Heavy.class, "weight")), lookUp(hub(SampleProgram.Heavy.class), number), "the overriding one");
    }

    @Test
    void methodsWhoseNumbersCollideAreBothFound() {
        Address ends = hub(SampleProgram.Ends.class);
        int mask = ends.loadReference(HubLayout.INTERFACE_TABLE).loadInt();
        int first = sample.types().interfaceNumber(sample.build.method(SampleProgram.First.class, "first"));
        int last = sample.types().interfaceNumber(sample.build.method(SampleProgram.Last.class, "last"));
        assertEquals(first & mask, last & mask, "the sample no longer makes numbers collide");
        assertEquals(sample.linker.codeAddress(sample.build.method(SampleProgram.Ends.class, "first")), lookUp(ends, first));
        assertEquals(sample.linker.codeAddress(sample.build.method(SampleProgram.Ends.class, "last")), lookUp(ends, last));
    }

    @Test
    void interfaceMethodsThatATypeDoesNotHaveAreNotFound() {
        for (VmMethod method : sample.types().numberedInterfaceMethods()) {
            for (VmType type : hubs) {
                if (!type.allInterfaces().contains(method.owner())) {
                    assertEquals(0, lookUp(sample.hub(type), sample.types().interfaceNumber(method)), () -> method + " on " + type);
                }
            }
        }
    }

    @Test
    void virtualTablesHaveTheSelectedCode() {
        int abstractCalled = sample.linker.codeAddress(sample.build.closure.environment().runtimeMethod(RuntimeCall.ABSTRACT_CALLED));
        for (VmType type : hubs) {
            List<VmMethod> vtable = type.vtable();
            assertEquals(vtable.size(), sample.hub(type).loadInt(HubLayout.VTABLE_LENGTH));
            for (int i = 0; i < vtable.size(); i++) {
                VmMethod method = vtable.get(i);
                int expected = sample.build.closure.methods().containsKey(method) ? sample.linker.codeAddress(method) : abstractCalled;
                assertEquals(expected, sample.hub(type).loadInt(HubLayout.VTABLE + Integer.BYTES * i), () -> method + " in " + type);
            }
        }
        VmMethod name = sample.build.method(SampleProgram.Base.class, "name");
        int entry = HubLayout.VTABLE + Integer.BYTES * name.vtableIndex();
        assertNotEquals(hub(SampleProgram.Depth9.class).loadInt(entry), hub(SampleProgram.Base.class).loadInt(entry));
    }

    @Test
    void referenceMapsHaveTheOffsetsOfReferenceFields() {
        VmType base = sample.type(SampleProgram.Base.class);
        VmType heavy = sample.type(SampleProgram.Heavy.class);
        Set<Integer> wanted = new HashSet<>(List.of(base.declaredField("name").offset(), base.declaredField("parts").offset(), heavy.declaredField("other").offset()));
        List<Integer> listed = list(sample.hub(heavy).loadReference(HubLayout.REFERENCE_MAP));
        assertEquals(wanted, new HashSet<>(listed));
        assertEquals(listed.stream().sorted().distinct().toList(), listed, "ascending");
        assertTrue(listed.stream().allMatch(offset -> offset >= ObjectLayout.FIRST_FIELD && offset < Hubs.instanceSize(sample.hub(heavy))));
        assertEquals(List.of(), list(sample.hub(sample.types().type("java/lang/Object")).loadReference(HubLayout.REFERENCE_MAP)));
    }

    @Test
    void arraysSayHowLargeTheirElementsAre() {
        Address longs = sample.hub(sample.types().type("[J"));
        assertEquals(HubLayout.KIND_PRIMITIVE_ARRAY, Hubs.kind(longs));
        assertEquals(3, Hubs.logElementSize(longs));
        assertEquals(ObjectLayout.arrayBase(Long.BYTES), Hubs.arrayBase(longs));
        Address rows = sample.hub(sample.types().type("[[J"));
        assertTrue(Hubs.isReferenceArray(rows));
        assertEquals(2, Hubs.logElementSize(rows));
        assertTrue(Hubs.component(rows).sameAs(longs));
        assertTrue(Hubs.array(longs).sameAs(rows));
    }

    @Test
    void mirrorsPointBackToTheirHubs() {
        int offset = sample.types().type("java/lang/Class").declaredField("hub").offset();
        for (VmType type : hubs) {
            Address mirror = sample.hub(type).loadReference(HubLayout.MIRROR);
            assertEquals(sample.linker.hubAddress(sample.types().type("java/lang/Class")), mirror.loadInt(ObjectLayout.HUB));
            assertEquals(sample.linker.hubAddress(type), mirror.loadInt(offset), type::toString);
        }
    }

    @Test
    void classesThatAreInitializedWhenUsedHaveAStateAndTheInitializersCode() {
        Address colour = hub(SampleProgram.Colour.class);
        Address state = colour.loadReference(HubLayout.INIT_STATE);
        assertFalse(state.isZero());
        assertEquals(0, state.loadInt());
        assertEquals(sample.linker.codeAddress(sample.type(SampleProgram.Colour.class).classInitializer()), colour.loadInt(HubLayout.CLASS_INITIALIZER));
        assertEquals(sample.linker.codeAddress(sample.build.method(SampleProgram.Colour.class, "values")), colour.loadInt(HubLayout.ENUM_VALUES));
        assertTrue(hub(SampleProgram.Base.class).loadReference(HubLayout.INIT_STATE).isZero(), "it has no initialiser");
    }
}
