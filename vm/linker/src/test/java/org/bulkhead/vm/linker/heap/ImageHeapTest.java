package org.bulkhead.vm.linker.heap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.bulkhead.vm.compiler.model.TypeSystem;
import org.bulkhead.vm.compiler.model.VmType;
import org.bulkhead.vm.compiler.source.JdkSource;
import org.bulkhead.vm.linker.World;
import org.bulkhead.vm.runtime.layout.ObjectLayout;
import org.junit.jupiter.api.Test;

class ImageHeapTest {
    private final TypeSystem types;
    private final ImageHeap heap;

    ImageHeapTest() throws IOException {
        types = new TypeSystem(new JdkSource(), List.of());
        heap = new ImageHeap(types);
    }

    @Property(tries = 200)
    void stringsOfAnyCharactersSurvive(@ForAll String value) {
        assertEquals(value, heap.stringValue(heap.newString(value)));
        assertEquals(value, heap.stringValue(heap.literal(value, World.ISOLATE)));
    }

    @Test
    void literalsAreInternedPerWorld() {
        int one = heap.literal("text", World.ISOLATE);
        assertEquals(one, heap.literal("text", World.ISOLATE));
        assertNotEquals(one, heap.literal("text", World.NUCLEUS));
        assertEquals(one, heap.intern(heap.newString("text"), World.ISOLATE));
        int fresh = heap.newString("other");
        assertEquals(fresh, heap.intern(fresh, World.ISOLATE));
        assertEquals(fresh, heap.literal("other", World.ISOLATE));
        assertEquals(List.of("text", "other"), List.copyOf(heap.literals(World.ISOLATE).keySet()));
    }

    @Test
    void latin1StringsTakeOneByteACharacter() {
        int value = types.type("java/lang/String").declaredField("value").offset();
        assertEquals(3, heap.arrayLength(heap.getReference(heap.newString("aÿ!"), value)));
        assertEquals(6, heap.arrayLength(heap.getReference(heap.newString("aĀ!"), value)));
    }

    @Test
    void objectsAreZeroedAlignedAndTyped() {
        for (String name : List.of("[B", "[I", "[J", "[Ljava/lang/String;")) {
            for (int length = 0; length < 10; length++) {
                int array = heap.allocateArray(types.type(name), length);
                assertEquals(0, array % ObjectLayout.ALIGNMENT);
                assertSame(types.type(name), heap.typeOf(array));
                assertEquals(length, heap.arrayLength(array));
                assertEquals(heap.end() - array, heap.sizeOf(array));
                for (int i = heap.elementOffset(array, 0); i < heap.elementOffset(array, length); i++) {
                    assertEquals(0, heap.getByte(array, i));
                }
            }
        }
    }

    @Test
    void referencesAreVisitedByAscendingOffset() {
        VmType entry = types.type("java/util/HashMap$Node");
        int node = heap.allocateInstance(entry);
        int key = heap.newString("key");
        heap.putReference(node, entry.declaredField("key").offset(), key);
        heap.putReference(node, entry.declaredField("next").offset(), node);
        Map<Integer, Integer> seen = new TreeMap<>();
        heap.forEachReference(node, seen::put);
        assertEquals(Map.of(entry.declaredField("key").offset(), key, entry.declaredField("next").offset(), node), seen);
        int array = heap.allocateArray(entry.array(), 3);
        heap.putReference(array, heap.elementOffset(array, 1), node);
        seen.clear();
        heap.forEachReference(array, seen::put);
        assertEquals(Map.of(heap.elementOffset(array, 1), node), seen);
        heap.forEachReference(heap.allocateArray(types.type("[I"), 100), (offset, target) -> {
            throw new AssertionError("an int array holds no references");
        });
    }

    @Test
    void staticFieldsStartWithTheirConstants() {
        VmType type = types.type("java/lang/Integer");
        assertEquals(Integer.MIN_VALUE, heap.getStatic(type.declaredField("MIN_VALUE")));
        assertEquals(Long.MAX_VALUE, heap.getStatic(types.type("java/lang/Long").declaredField("MAX_VALUE")));
        assertEquals(Double.doubleToRawLongBits(Math.PI), heap.getStatic(types.type("java/lang/Math").declaredField("PI")));
        assertEquals(0, heap.getStatic(type.declaredField("TYPE")));
        heap.putStatic(type.declaredField("TYPE"), 8);
        assertEquals(8, heap.getStatic(type.declaredField("TYPE")));
        heap.resetStatic(type.declaredField("TYPE"));
        assertEquals(0, heap.getStatic(type.declaredField("TYPE")));
        assertThrows(IllegalArgumentException.class, () -> heap.getStatic(type.declaredField("value")));
    }

    @Test
    void manyStaticFieldsKeepTheirValues() {
        List<String> names = List.of("sun/security/util/SecurityConstants", "java/lang/Character", "java/util/Locale", "java/lang/Character$UnicodeBlock", "sun/security/util/KnownOIDs", "java/lang/Character$UnicodeScript");
        names.forEach(name -> types.type(name).fields().forEach(field -> {
            if (field.isStatic() && !field.isFinal() | field.constantValue() == null) {
                heap.putStatic(field, field.name().hashCode());
            }
        }));
        names.forEach(name -> types.type(name).fields().forEach(field -> {
            if (field.isStatic() && !field.isFinal() | field.constantValue() == null) {
                assertEquals(field.name().hashCode(), heap.getStatic(field));
            }
        }));
    }

    @Test
    void mirrorsStandForTypes() {
        VmType string = types.type("java/lang/String");
        int mirror = heap.mirror(string);
        assertEquals(mirror, heap.mirror(string));
        assertSame(string, heap.typeOfMirror(mirror));
        assertNull(heap.typeOfMirror(heap.newString("no mirror")));
        assertEquals("java.lang.String", heap.stringValue(heap.getReference(mirror, types.type("java/lang/Class").declaredField("name").offset())));
        assertEquals("Entry[][]", ImageHeap.simpleName(types.type("[[Ljava/util/Map$Entry;")));
    }

    @Test
    void identityHashesArePositiveStableAndRepeatable() throws IOException {
        int object = heap.allocateInstance(types.type("java/lang/Object"));
        assertFalse(heap.isHashed(object));
        int hash = heap.identityHash(object);
        assertTrue(hash > 0 && heap.isHashed(object));
        assertEquals(hash, heap.identityHash(object));
        ImageHeap again = new ImageHeap(new TypeSystem(new JdkSource(), List.of()));
        assertEquals(hash, again.identityHash(again.allocateInstance(again.types().type("java/lang/Object"))));
    }
}
