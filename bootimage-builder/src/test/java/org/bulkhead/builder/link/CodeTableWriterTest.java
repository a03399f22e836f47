package org.bulkhead.builder.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.bulkhead.vm.compiler.CompiledMethod;
import org.bulkhead.vm.compiler.model.VmMethod;
import org.bulkhead.vm.magic.Address;
import org.bulkhead.vm.runtime.exceptions.CodeTable;
import org.bulkhead.vm.runtime.exceptions.StackTraceDecoder;
import org.bulkhead.vm.runtime.layout.CodeTableLayout;
import org.bulkhead.vm.runtime.layout.PackedNumbers;
import org.bulkhead.vm.runtime.layout.SafepointList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Reads the code table as the runtime does, and compares with the compiled methods it was written from. */
class CodeTableWriterTest {
    private static LinkedSample sample;
    private static Map<VmMethod, CompiledMethod> methods;

    @BeforeAll
    static void link() {
        sample = new LinkedSample();
        methods = sample.build.closure.methods();
    }

    @AfterAll
    static void close() {
        sample.close();
    }

    private static Address start(VmMethod method) {
        return Address.fromInt(sample.linker.codeAddress(method));
    }

    private static Address entry(VmMethod method) {
        return CodeTable.find(start(method));
    }

    @Test
    void entriesAreSortedAndDoNotOverlap() {
        Address entry = Address.fromInt(sample.linker.codeTable());
        Address last = Address.zero();
        for (int i = 0; i < methods.size(); i++) {
            assertTrue(entry.loadReference(CodeTableLayout.CODE_START).atLeast(last), "entry " + i);
            last = entry.loadReference(CodeTableLayout.CODE_END);
            assertTrue(entry.loadReference(CodeTableLayout.CODE_START).below(last), "entry " + i);
            entry = entry.plus(CodeTableLayout.ENTRY_SIZE);
        }
        assertTrue(methods.size() > 100, methods.size() + " methods");
    }

    @Test
    void everyMethodIsFoundByItsFirstAndLastByteAndNoOther() {
        methods.forEach((method, compiled) -> {
            Address entry = entry(method);
            assertEquals(sample.linker.codeAddress(method), entry.loadInt(CodeTableLayout.CODE_START), method::toString);
            assertTrue(CodeTable.find(start(method).plus(compiled.code().length - 1)).sameAs(entry), method::toString);
            assertTrue(!CodeTable.find(start(method).plus(compiled.code().length)).sameAs(entry), method::toString);
            assertEquals(compiled.frameSize(), CodeTable.frameSize(entry));
        });
        assertTrue(CodeTable.find(Address.fromInt(sample.linker.metadata().address())).isZero());
    }

    @Test
    void linesAreThoseOfTheSource() {
        methods.forEach((method, compiled) -> {
            for (int i = 0; i < compiled.lines().size(); i++) {
                CompiledMethod.Line line = compiled.lines().get(i);
                assertEquals(line.line(), CodeTable.line(entry(method), start(method).plus(line.pcOffset())), method::toString);
                if (i > 0) {
                    assertEquals(compiled.lines().get(i - 1).line(), CodeTable.line(entry(method), start(method).plus(line.pcOffset() - 1)), method::toString);
                }
            }
        });
    }

    private record Frame(String className, String method, String file, int line) {}

    @Test
    void aStackTraceHasTheNamesOfTheSource() {
        VmMethod weigh = sample.build.method(SampleProgram.class, "weigh");
        VmMethod run = sample.build.method(SampleProgram.class, "run");
        CompiledMethod.Line last = methods.get(run).lines().get(0);
        List<Frame> frames = new ArrayList<>();
        StackTraceDecoder.decode(new int[] {sample.linker.codeAddress(weigh) + methods.get(weigh).lines().get(0).pcOffset(), sample.linker.codeAddress(run) + last.pcOffset()},
            new String[0], (place, className, method, file, line) -> frames.add(new Frame(className, method, file, line)));
        String name = SampleProgram.class.getName();
        assertEquals(List.of(new Frame(name, "weigh", "SampleProgram.java", methods.get(weigh).lines().get(0).line()),
            new Frame(name, "run", "SampleProgram.java", last.line())), frames);
    }

    private static String text(Address at) {
        byte[] bytes = new byte[at.loadChar()];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = at.loadByte(Character.BYTES + i);
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    @Test
    void namesAndMirrorsAreThoseOfTheDeclaringClass() {
        for (VmMethod method : methods.keySet()) {
            Address declaring = entry(method).loadReference(CodeTableLayout.CLASS);
            assertEquals(method.owner().displayName(), text(declaring.plus(CodeTableLayout.CLASS_NAME)));
            assertEquals(method.name(), text(entry(method).loadReference(CodeTableLayout.NAME)));
            int mirror = sample.build.closure.hubs().contains(method.owner()) ? sample.linker.objectAddress(sample.build.session.heap().mirror(method.owner())) : 0;
            assertEquals(mirror, declaring.loadInt(), method::toString);
        }
    }

    @Test
    void safepointsHaveTheMapsOfTheCompiler() {
        int references = 0;
        for (CompiledMethod compiled : methods.values()) {
            Address list = entry(compiled.method()).loadReference(CodeTableLayout.SAFEPOINTS);
            assertEquals(compiled.safepoints().size(), list.isZero() ? 0 : PackedNumbers.value(list));
            for (CompiledMethod.Safepoint each : compiled.safepoints()) {
                Address map = SafepointList.slotMap(list, each.pcOffset());
                BitSet slots = new BitSet();
                for (int slot = 0; slot < PackedNumbers.next(map).distanceFrom(map).toInt() * PackedNumbers.BITS; slot++) {
                    slots.set(slot, (map.loadByte(slot / PackedNumbers.BITS) >> slot % PackedNumbers.BITS & 1) != 0);
                }
                assertEquals(each.slots(), slots);
                references += slots.cardinality();
            }
        }
        assertTrue(references > 100, references + " references");
    }

    @Test
    void handlersKeepTheirOrderAndTypes() {
        CompiledMethod guarded = methods.get(sample.build.method(SampleProgram.class, "guarded"));
        Address list = entry(guarded.method()).loadReference(CodeTableLayout.HANDLERS);
        List<Integer> written = new ArrayList<>();
        List<Integer> wanted = new ArrayList<>();
        for (int i = 0; i < guarded.handlers().size(); i++) {
            CompiledMethod.Handler handler = guarded.handlers().get(i);
            wanted.addAll(List.of(handler.start(), handler.end(), handler.handler(), handler.type() == null ? 0 : sample.linker.hubAddress(handler.type())));
            for (int at = 0; at < CodeTableLayout.HANDLER_SIZE; at += Integer.BYTES) {
                written.add(list.plus(CodeTableLayout.LIST_HEADER + (long) i * CodeTableLayout.HANDLER_SIZE).loadInt(at));
            }
        }
        assertEquals(guarded.handlers().size(), list.loadInt());
        assertEquals(wanted, written);
        assertTrue(wanted.contains(sample.linker.hubAddress(sample.types().type("java/lang/ArrayIndexOutOfBoundsException"))));
        assertEquals(0, wanted.get(wanted.size() - 1), "whatever leaves a synchronized method unlocks");
    }
}
