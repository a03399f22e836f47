package org.bulkhead.vm.compiler;

import java.util.BitSet;
import java.util.List;
import java.util.Set;
import org.bulkhead.vm.compiler.model.VmMethod;
import org.bulkhead.vm.compiler.model.VmType;

/**
 * A method's machine code and tables, with nothing placed yet.
 *
 * @param method what was compiled
 * @param code position-independent but for the relocations
 * @param frameSize bytes between rsp and rbp in the body, a multiple of 16
 * @param relocations by ascending offset
 * @param safepoints by ascending pc offset (see CodeTableLayout for what the offset is)
 * @param handlers in order of precedence
 * @param lines by ascending pc offset
 * @param uses what the method needs beyond its relocations
 */
public record CompiledMethod(VmMethod method, byte[] code, int frameSize, List<Relocation> relocations, List<Safepoint> safepoints,
        List<Handler> handlers, List<Line> lines, Set<Use> uses) {
    /** The slots (see CodeTableLayout) that hold references at a pc offset. */
    public record Safepoint(int pcOffset, BitSet slots) {}

    /** An exception handler for [start, end); type null catches all. On entry rax holds the exception, rsp = rbp - frameSize. */
    public record Handler(int start, int end, int handler, VmType type) {}

    /** A source line, good from a pc offset on. */
    public record Line(int pcOffset, int line) {}
}
