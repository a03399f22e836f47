package org.bulkhead.vm.compiler.check;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import org.bulkhead.vm.compiler.CompiledMethod;
import org.bulkhead.vm.compiler.Relocation;
import org.bulkhead.vm.compiler.Symbol;
import org.bulkhead.vm.compiler.Use;
import org.bulkhead.vm.compiler.model.VmType;

/**
 * Digests of all that the compiler says of a method, one for each part, so that a difference can be named: 64-bit FNV-1a over a canonical dump.
 *
 * @param code machine code and frame size
 * @param relocations offsets, kinds, symbols by name, addends
 * @param safepoints pc offsets and slots
 * @param handlers ranges and types
 * @param lines pc offsets and source lines
 * @param uses what the method needs, by name, sorted
 */
public record MethodDigest(long code, long relocations, long safepoints, long handlers, long lines, long uses) {
    /** How many parts have a digest. */
    static final int PARTS = 6;
    private static final int HEXADECIMAL = 16;

    /** Returns the digests of a compiled method. */
    public static MethodDigest of(CompiledMethod method) {
        Fnv code = new Fnv();
        code.add(method.frameSize());
        code.add(method.code());
        Fnv lines = new Fnv();
        for (CompiledMethod.Line each : method.lines()) {
            lines.add(each.pcOffset());
            lines.add(each.line());
        }
        return new MethodDigest(code.value(), relocations(method.relocations()), safepoints(method.safepoints()), handlers(method.handlers()), lines.value(), uses(method));
    }

    private static long relocations(List<Relocation> relocations) {
        Fnv digest = new Fnv();
        for (Relocation each : relocations) {
            digest.add(each.offset());
            digest.add(each.kind().name());
            digest.add(text(each.symbol()));
            digest.add(each.addend());
        }
        return digest.value();
    }

    private static long safepoints(List<CompiledMethod.Safepoint> safepoints) {
        Fnv digest = new Fnv();
        for (CompiledMethod.Safepoint each : safepoints) {
            digest.add(each.pcOffset());
            BitSet slots = each.slots();
            digest.add(slots.cardinality());
            for (int slot = slots.nextSetBit(0); slot >= 0; slot = slots.nextSetBit(slot + 1)) {
                digest.add(slot);
            }
        }
        return digest.value();
    }

    private static long handlers(List<CompiledMethod.Handler> handlers) {
        Fnv digest = new Fnv();
        for (CompiledMethod.Handler each : handlers) {
            digest.add(each.start());
            digest.add(each.end());
            digest.add(each.handler());
            digest.add(name(each.type()));
        }
        return digest.value();
    }

    private static long uses(CompiledMethod method) {
        List<String> texts = new ArrayList<>();
        for (Use each : method.uses()) {
            texts.add(text(each));
        }
        Collections.sort(texts);
        Fnv digest = new Fnv();
        for (String each : texts) {
            digest.add(each);
        }
        return digest.value();
    }

    private static String name(VmType type) {
        return type == null ? "any" : type.name();
    }

    private static String text(Symbol symbol) {
        if (symbol instanceof Symbol.Code each) {
            return "code " + each.method();
        }
        if (symbol instanceof Symbol.Hub each) {
            return "hub " + each.type().name();
        }
        if (symbol instanceof Symbol.Mirror each) {
            return "mirror " + each.type().name();
        }
        if (symbol instanceof Symbol.Literal each) {
            return "literal " + each.value();
        }
        if (symbol instanceof Symbol.StaticField each) {
            return "static " + each.field();
        }
        if (symbol instanceof Symbol.InitStateWord each) {
            return "state " + each.type().name();
        }
        return "routine " + ((Symbol.RoutineCode) symbol).routine().name();
    }

    private static String text(Use use) {
        if (use instanceof Use.VirtualCall each) {
            return "call " + each.method();
        }
        if (use instanceof Use.Instantiation each) {
            return "new " + each.type().name();
        }
        return "initialise " + ((Use.Initialization) use).type().name();
    }

    /** Returns the parts in which two digests of one method differ, by their names. */
    public List<String> differences(MethodDigest other) {
        List<String> parts = new ArrayList<>();
        add(parts, "code", code, other.code);
        add(parts, "relocations", relocations, other.relocations);
        add(parts, "safepoints", safepoints, other.safepoints);
        add(parts, "handlers", handlers, other.handlers);
        add(parts, "lines", lines, other.lines);
        add(parts, "uses", uses, other.uses);
        return parts;
    }

    private static void add(List<String> parts, String name, long one, long other) {
        if (one != other) {
            parts.add(name);
        }
    }

    /** Returns the six digests in hexadecimal, with blanks between. */
    public String text() {
        return Long.toHexString(code) + " " + Long.toHexString(relocations) + " " + Long.toHexString(safepoints) + " " + Long.toHexString(handlers) + " " + Long.toHexString(lines) + " "
            + Long.toHexString(uses);
    }

    /**
     * Reads what {@link #text} returned.
     *
     * @throws IllegalArgumentException if it is something else
     */
    public static MethodDigest parse(String text) {
        String[] parts = text.split(" ");
        if (parts.length != PARTS) {
            throw new IllegalArgumentException("not the digests of a method: " + text);
        }
        return new MethodDigest(number(parts[0]), number(parts[1]), number(parts[2]), number(parts[3]), number(parts[4]), number(parts[5]));
    }

    private static long number(String hexadecimal) {
        return Long.parseUnsignedLong(hexadecimal, HEXADECIMAL);
    }

    /** FNV-1a with 64 bits. */
    private static final class Fnv {
        private static final long BASIS = 0xCBF2_9CE4_8422_2325L;
        private static final long PRIME = 0x100_0000_01B3L;
        private static final int BYTE_MASK = 0xFF;

        private long value = BASIS;

        void add(byte[] bytes) {
            for (byte each : bytes) {
                value = (value ^ each & BYTE_MASK) * PRIME;
            }
        }

        /** Adds the four bytes of a number. */
        void add(int number) {
            for (int shift = 0; shift < Integer.SIZE; shift += Byte.SIZE) {
                value = (value ^ number >>> shift & BYTE_MASK) * PRIME;
            }
        }

        /** Adds the characters of a text, two bytes each, and its length, so that the border to the next text counts. */
        void add(String text) {
            add(text.length());
            for (int i = 0; i < text.length(); i++) {
                char each = text.charAt(i);
                value = (value ^ each & BYTE_MASK) * PRIME;
                value = (value ^ each >>> Byte.SIZE) * PRIME;
            }
        }

        long value() {
            return value;
        }
    }
}
