package org.bulkhead.vm.compiler.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bulkhead.vm.compiler.source.JdkSource;
import org.bulkhead.vm.runtime.layout.ObjectLayout;
import org.junit.jupiter.api.Test;

class TypeSystemTest {
    private static final String HERE = "org/bulkhead/vm/compiler/model/TypeSystemTest$";

    interface Left {
        default String hello() {
            return "left";
        }
    }

    interface Lower extends Left {
        @Override
        default String hello() {
            return "lower";
        }
    }

    abstract static class Base implements Left {
        byte small;
        long wide;
        Object reference;

        abstract int size();

        private int hidden() {
            return 0;
        }
    }

    static class Derived extends Base implements Lower {
        short half;
        Object second;

        @Override
        int size() {
            return 2;
        }

        int hidden() {
            return 1;
        }
    }

    private final ClassSource jdk = jdk();
    private final TypeSystem types = new TypeSystem(this::find, List.of());

    private static ClassSource jdk() {
        try {
            return new JdkSource();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private byte[] find(String name) throws IOException {
        try (var stream = TypeSystemTest.class.getResourceAsStream("/" + name + ".class")) {
            return stream != null && name.startsWith("org/") ? stream.readAllBytes() : jdk.find(name);
        }
    }

    @Test
    void fieldsAreAlignedDisjointAndKeptBySubclasses() {
        VmType derived = types.type(HERE + "Derived");
        Set<Integer> taken = new HashSet<>();
        for (VmType each = derived; each != null; each = each.superclass()) {
            for (VmField field : each.fields()) {
                assertEquals(0, field.offset() % field.size(), field + " is aligned");
                for (int i = 0; i < field.size(); i++) {
                    assertTrue(field.offset() >= ObjectLayout.FIRST_FIELD && taken.add(field.offset() + i), field + " overlaps");
                }
            }
        }
        assertEquals(8 + 4 + 1 + 2 + 4, taken.size());
        assertTrue(derived.instanceSize() >= ObjectLayout.FIRST_FIELD + taken.size() && derived.instanceSize() <= 32, "packed: " + derived.instanceSize());
        assertEquals(2, derived.referenceOffsets().size());
    }

    @Test
    void overridingKeepsTheTableIndexAndPrivateMethodsHaveNone() {
        VmType base = types.type(HERE + "Base");
        VmType derived = types.type(HERE + "Derived");
        VmMethod abstractSize = base.declaredMethod("size", "()I");
        VmMethod size = derived.declaredMethod("size", "()I");
        assertEquals(abstractSize.vtableIndex(), size.vtableIndex());
        assertSame(size, derived.select(abstractSize));
        assertEquals(VmMethod.NOT_VIRTUAL, base.declaredMethod("hidden", "()I").vtableIndex());
        assertNotSame(base.declaredMethod("hidden", "()I"), derived.vtable().get(derived.declaredMethod("hidden", "()I").vtableIndex()));
    }

    @Test
    void theMostSpecificDefaultMethodIsSelected() {
        VmMethod left = types.type(HERE + "Left").declaredMethod("hello", "()Ljava/lang/String;");
        assertEquals("lower", text(types.type(HERE + "Derived").select(left)));
    }

    private static String text(VmMethod method) {
        return Arrays.stream(method.node().instructions.toArray()).filter(each -> each instanceof org.objectweb.asm.tree.LdcInsnNode)
            .map(each -> (String) ((org.objectweb.asm.tree.LdcInsnNode) each).cst).findFirst().orElseThrow();
    }

    @Test
    void subtypesFollowTheLanguage() {
        VmType strings = types.type("[Ljava/lang/String;");
        assertTrue(strings.isSubtypeOf(types.type("[Ljava/lang/Object;")));
        assertTrue(strings.isSubtypeOf(types.type("java/lang/Cloneable")));
        assertTrue(types.type("[[I").isSubtypeOf(types.type("[Ljava/lang/Object;")));
        assertFalse(types.type("[I").isSubtypeOf(types.type("[Ljava/lang/Object;")));
        assertFalse(types.type("[I").isSubtypeOf(types.type("[J")));
        assertTrue(types.type("java/util/List").isSubtypeOf(types.type("java/lang/Object")));
    }

    @Test
    void resolutionFindsInheritedMembersAndNullForMissingOnes() {
        assertSame(types.type("java/util/Collection").declaredMethod("size", "()I"),
            types.resolveMethod("java/util/AbstractSet", "size", "()I").owner() == types.type("java/util/AbstractCollection")
                ? types.resolveMethod("java/util/Collection", "size", "()I") : null);
        assertSame(types.type("java/lang/Object"), types.resolveMethod("java/util/List", "getClass", "()Ljava/lang/Class;").owner());
        assertNull(types.resolveMethod("java/util/List", "missing", "()V"));
        assertNull(types.resolveField("java/lang/String", "missing", "I"));
        assertNull(types.find("no/such/Type"));
    }

    @Test
    void damagedAndNewerClassFilesAreRefusedByName() throws IOException {
        byte[] good = jdk.find("java/lang/Runnable");
        byte[] newer = good.clone();
        newer[7] = 65;
        TypeSystem strange = new TypeSystem(name -> switch (name) {
            case "a/Short" -> Arrays.copyOf(good, 40);
            case "a/Tiny" -> new byte[] {1, 2};
            case "a/Newer" -> newer;
            case "a/Other" -> good;
            default -> jdk.find(name);
        }, List.of());
        assertTrue(assertThrows(ClassFormatProblem.class, () -> strange.type("a/Short")).getMessage().contains("a.Short is truncated or damaged"));
        assertTrue(assertThrows(ClassFormatProblem.class, () -> strange.type("a/Tiny")).getMessage().contains("a.Tiny is truncated"));
        assertTrue(assertThrows(ClassFormatProblem.class, () -> strange.type("a/Newer")).getMessage().contains("version 65"));
        assertTrue(assertThrows(ClassFormatProblem.class, () -> strange.type("a/Other")).getMessage().contains("java.lang.Runnable"));
    }
}
