package org.bulkhead.builder.link;

import java.nio.charset.StandardCharsets;
import org.bulkhead.builder.UserProblem;
import org.bulkhead.vm.compiler.Symbol;
import org.bulkhead.vm.compiler.model.TypeSystem;
import org.bulkhead.vm.compiler.model.VmMethod;
import org.bulkhead.vm.compiler.model.VmType;
import org.bulkhead.vm.linker.Closure;
import org.bulkhead.vm.linker.Placement;
import org.bulkhead.vm.linker.Section;
import org.bulkhead.vm.linker.WorldLinker;

/**
 * Links the nucleus world around its assembly entry code.
 *
 * <p>The assembled blob lies at the very start of the code section. At its offset 16 it says where its tables of imports (whose first word is to be filled with the
 * addresses of Java methods) and exports (labels that go into the static fields of {@code KernelImage}) are; entries are 64 bytes: u32 address, u32 0, 56 bytes of zero-padded name.
 */
public final class NucleusWorld {
    /** Where the nucleus's code starts. */
    public static final int START = 0x10_0000;
    /** Bytes set aside for the assembly code. */
    public static final int ASSEMBLY_SIZE = 16 << 10;

    private static final String PACKAGE = "org/bulkhead/nucleus/kernel/";
    private static final String LABELS = PACKAGE + "KernelImage";
    private static final int MAGIC_OFFSET = 16;
    private static final int MAGIC = 0x454E4842;
    private static final int ENTRY_SIZE = 64;
    private static final int NAME = 8;
    private static final int NAME_SIZE = 56;

    private final byte[] assembly;
    private final Section code = new Section(START);

    public NucleusWorld(byte[] assembly) {
        if (assembly.length > ASSEMBLY_SIZE) {
            throw UserProblem.failure("the nucleus's assembly code has " + assembly.length + " bytes, more than the " + ASSEMBLY_SIZE + " set aside for it");
        }
        this.assembly = assembly.clone();
        code.append(assembly);
        if (word(MAGIC_OFFSET) != MAGIC) {
            throw UserProblem.failure("the nucleus's assembly code has no table of imports and exports at offset " + MAGIC_OFFSET);
        }
        code.reserve(ASSEMBLY_SIZE - assembly.length);
    }

    private int word(int index) {
        return code.getInt(START + index);
    }

    /** Makes the Java methods that the assembly code enters roots of the closure. */
    public void addRoots(Closure closure) {
        for (int i = 0; i < importCount(); i++) {
            closure.require(imported(closure.environment().types(), i), "the nucleus's assembly code");
        }
        for (int i = 0; i < exportCount(); i++) {
            String name = name(exports() + i * ENTRY_SIZE);
            if (closure.environment().types().type(LABELS).declaredField(name, "I") == null) {
                throw UserProblem.failure("the nucleus's assembly code exports " + name + ", but KernelImage has no static int field of that name");
            }
        }
    }

    /** Places code, metadata and data of a complete closure; {@link #finish} must follow. */
    public WorldLinker place(Closure closure, Placement placement) {
        WorldLinker linker = new WorldLinker(closure, code);
        placement.close(code);
        Section data = placement.open();
        linker.writeMetadata(data);
        linker.placeData(data);
        placement.close(data);
        for (int i = 0; i < importCount(); i++) {
            code.putInt(importsAt() + i * ENTRY_SIZE, linker.address(new Symbol.Code(imported(closure.environment().types(), i))));
        }
        for (int i = 0; i < exportCount(); i++) {
            int entry = exports() + i * ENTRY_SIZE;
            linker.setStatic(LABELS, name(entry), code.getInt(entry));
        }
        return linker;
    }

    private int importsAt() {
        return word(MAGIC_OFFSET + Integer.BYTES);
    }

    private int importCount() {
        return word(MAGIC_OFFSET + 2 * Integer.BYTES);
    }

    private int exports() {
        return word(MAGIC_OFFSET + 3 * Integer.BYTES);
    }

    private int exportCount() {
        return word(MAGIC_OFFSET + 4 * Integer.BYTES);
    }

    private String name(int entry) {
        int from = entry - START + NAME;
        int length = 0;
        while (length < NAME_SIZE && assembly[from + length] != 0) {
            length++;
        }
        return new String(assembly, from, length, StandardCharsets.US_ASCII);
    }

    private VmMethod imported(TypeSystem types, int index) {
        String name = name(importsAt() + index * ENTRY_SIZE);
        int dot = name.indexOf('.');
        VmType owner = types.find(PACKAGE + name.substring(0, Math.max(dot, 0)).replace('.', '/'));
        if (owner != null) {
            for (VmMethod method : owner.methods()) {
                if (method.name().equals(name.substring(dot + 1)) && method.isStatic()) {
                    return method;
                }
            }
        }
        throw UserProblem.failure("the nucleus's assembly code calls " + name + ", but the kernel has no static method of that name");
    }
}
