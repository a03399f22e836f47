package org.bulkhead.modules.manifest;

import org.bulkhead.isolate.manifest.rules.Place;
import org.bulkhead.vm.compiler.model.VmMethod;
import org.bulkhead.vm.compiler.model.VmType;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.LineNumberNode;

/**
 * A place as a class file tells it.
 *
 * @param file name of the source file, or of the class if the class file does not say
 * @param line line in the file, or 0 if it is not known
 */
public record SourceLine(String file, int line) implements Place {
    /** Returns a line of the source of a class. */
    public static SourceLine of(VmType type, int line) {
        return new SourceLine(type.node().sourceFile == null ? type.displayName() : type.node().sourceFile, line);
    }

    /** Returns the place of an instruction. */
    public static SourceLine of(VmMethod method, AbstractInsnNode instruction) {
        int line = 0;
        for (AbstractInsnNode each = instruction; each != null && line == 0; each = each.getPrevious()) {
            line = each instanceof LineNumberNode number ? number.line : 0;
        }
        return of(method.owner(), line);
    }

    /** Returns where the code of a method begins. */
    public static SourceLine first(VmMethod method) {
        return of(method.owner(), firstLine(method));
    }

    /** Returns the lowest line of a class that has code: as near to its beginning as the class file tells. */
    public static SourceLine first(VmType type) {
        int first = 0;
        for (VmMethod method : type.methods()) {
            int line = firstLine(method);
            first = first == 0 || line != 0 && line < first ? line : first;
        }
        return of(type, first);
    }

    private static int firstLine(VmMethod method) {
        int first = 0;
        for (AbstractInsnNode each : method.node().instructions) {
            if (each instanceof LineNumberNode number && (first == 0 || number.line < first)) {
                first = number.line;
            }
        }
        return first;
    }

    @Override
    public String toString() {
        return line == 0 ? file : file + ":" + line;
    }
}
