package org.bulkhead.vm.compiler.x64;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** NASM's disassembler reads every instruction as it was meant. */
class EncodingTest {
    private static final List<Register> GENERAL = List.of(Register.values()).subList(0, 16);
    private static final List<Register> SSE = List.of(Register.values()).subList(16, 32);
    private static final int[] NUMBERS = {0, 1, -1, 127, -128, 128, -129, 0x1234_5678, Integer.MIN_VALUE, Integer.MAX_VALUE};

    @TempDir
    private Path folder;

    private final Assembler asm = new Assembler();
    private final List<String> expected = new ArrayList<>();

    private void check() throws IOException, InterruptedException {
        Path code = Files.write(folder.resolve("code.bin"), asm.code());
        Path listing = folder.resolve("listing");
        Process process = new ProcessBuilder("ndisasm", "-b64", code.toString()).redirectOutput(listing.toFile()).start();
        assertEquals(0, process.waitFor());
        List<String> actual = new ArrayList<>();
        for (String line : Files.readAllLines(listing)) {
            if (line.charAt(0) != ' ') {
                actual.add(line.substring(28));
            } else {
                // A long instruction's bytes go on in further lines.
                assertEquals('-', line.strip().charAt(0));
            }
        }
        for (int i = 0; i < Math.min(expected.size(), actual.size()); i++) {
            assertEquals(expected.get(i), actual.get(i), "instruction " + i);
        }
        assertEquals(expected.size(), actual.size());
    }

    private static String name(Register register, int bits) {
        String name = register.name().toLowerCase(Locale.ROOT);
        if (register.isXmm() || bits == 64) {
            return name;
        }
        if (register.ordinal() >= Register.R8.ordinal()) {
            return name + (bits == 32 ? "d" : bits == 16 ? "w" : "b");
        }
        String legacy = name.substring(1);
        return bits == 32 ? "e" + legacy : bits == 16 ? legacy
            : legacy.endsWith("x") ? legacy.charAt(0) + "l" : legacy + "l";
    }

    private static String name(Register register, Width width) {
        return name(register, bits(width));
    }

    private static int bits(Width width) {
        return width == Width.INT ? 32 : 64;
    }

    private static String hex(int number) {
        return number < 0 ? "-0x" + Integer.toHexString(-number) : "0x" + Integer.toHexString(number);
    }

    private static String immediate(int number, Width width) {
        if (number == (byte) number) {
            return number < 0 ? "byte -0x" + Integer.toHexString(-number) : "byte +0x" + Integer.toHexString(number);
        }
        return width == Width.INT ? "0x" + Integer.toHexString(number) : number < 0 ? "0x" + Long.toHexString(number) : hex(number);
    }

    private static String text(Memory memory) {
        StringBuilder text = new StringBuilder("[");
        if (memory.base() == null) {
            return text.append("dword 0x").append(Integer.toHexString(memory.displacement())).append(']').toString();
        }
        text.append(name(memory.base(), 64));
        if (memory.index() != null) {
            text.append('+').append(name(memory.index(), 64));
            text.append(memory.logScale() == 0 ? "" : "*" + (1 << memory.logScale()));
        }
        int displacement = memory.displacement();
        boolean implied = memory.base().low() == 5;
        if (displacement != 0 || implied) {
            text.append(displacement < 0 ? "-0x" + Integer.toHexString(-displacement) : "+0x" + Integer.toHexString(displacement));
        }
        return text.append(']').toString();
    }

    private static List<Memory> memories() {
        List<Memory> all = new ArrayList<>();
        for (Register base : GENERAL) {
            for (int displacement : new int[] {0, 8, -8, 127, -128, 128, -129, 0x12345}) {
                all.add(Memory.at(base, displacement));
            }
            for (Register index : GENERAL) {
                if (index != Register.RSP) {
                    all.add(Memory.at(base, index, (base.ordinal() + index.ordinal()) % 3 + 1, base.ordinal() * 20 - 100));
                }
            }
        }
        return all;
    }

    @Test
    void registerForms() throws IOException, InterruptedException {
        for (Register a : GENERAL) {
            for (Register b : GENERAL) {
                for (Width width : Width.values()) {
                    String operands = name(a, width) + "," + name(b, width);
                    asm.move(width, a, b);
                    expected.add("mov " + operands);
                    for (Alu op : Alu.values()) {
                        asm.alu(op, width, a, b);
                        expected.add(op.name().toLowerCase(Locale.ROOT) + " " + operands);
                    }
                    asm.test(width, a, b);
                    expected.add("test " + operands);
                    asm.multiply(width, a, b);
                    expected.add("imul " + operands);
                    asm.moveIf(Condition.GREATER, width, a, b);
                    expected.add("cmovg " + operands);
                    asm.bitScanForward(width, a, b);
                    expected.add("bsf " + operands);
                    asm.bitScanReverse(width, a, b);
                    expected.add("bsr " + operands);
                }
                asm.signExtend(a, b);
                expected.add("movsxd " + name(a, 64) + "," + name(b, 32));
                asm.extend(Access.BYTE, a, b);
                expected.add("movsx " + name(a, 32) + "," + name(b, 8));
                asm.extend(Access.CHAR, a, b);
                expected.add("movzx " + name(a, 32) + "," + name(b, 16));
            }
        }
        check();
    }

    @Test
    void singleRegisterForms() throws IOException, InterruptedException {
        for (Register a : GENERAL) {
            for (Width width : Width.values()) {
                String name = name(a, width);
                asm.negate(width, a);
                expected.add("neg " + name);
                asm.complement(width, a);
                expected.add("not " + name);
                asm.divide(width, a);
                expected.add("idiv " + name);
                asm.increment(width, a);
                expected.add("inc " + name);
                asm.decrement(width, a);
                expected.add("dec " + name);
                asm.shift(Shift.ARITHMETIC_RIGHT, width, a, 5);
                expected.add("sar " + name + ",byte 0x5");
                asm.shift(Shift.LEFT, width, a, 31);
                expected.add("shl " + name + ",byte 0x1f");
                asm.shiftByCl(Shift.LOGICAL_RIGHT, width, a);
                expected.add("shr " + name + ",cl");
                asm.shift(Shift.ROTATE_RIGHT, width, a, 7);
                expected.add("ror " + name + ",byte 0x7");
                asm.shiftByCl(Shift.ROTATE_LEFT, width, a);
                expected.add("rol " + name + ",cl");
                asm.swapBytes(width, a);
                expected.add("bswap " + name);
            }
            asm.set(Condition.BELOW, a);
            expected.add("setc " + name(a, 8));
            expected.add("movzx " + name(a, 32) + "," + name(a, 8));
            asm.push(a);
            expected.add("push " + name(a, 64));
            asm.pop(a);
            expected.add("pop " + name(a, 64));
            asm.call(a);
            expected.add("call " + name(a, 64));
            asm.jump(a);
            expected.add("jmp " + name(a, 64));
            asm.move(a, 0x1234_5678_9ABCL);
            expected.add("mov " + name(a, 64) + ",0x123456789abc");
            asm.move(a, -2);
            expected.add("mov " + name(a, 64) + ",0xfffffffffffffffe");
            asm.move(a, 0xFFFF_FFFEL);
            expected.add("mov " + name(a, 32) + ",0xfffffffe");
        }
        check();
    }

    @Test
    void constants() throws IOException, InterruptedException {
        for (Register a : List.of(Register.RAX, Register.RSP, Register.RBP, Register.R9, Register.R13)) {
            for (int number : NUMBERS) {
                if (a != Register.RAX || number == (byte) number) {
                    for (Width width : Width.values()) {
                        asm.alu(Alu.SUB, width, a, number);
                        expected.add("sub " + name(a, width) + "," + immediate(number, width));
                    }
                }
                asm.alu(Alu.CMP, Width.INT, Memory.at(Register.RBX, 8), number);
                expected.add("cmp dword [rbx+0x8]," + immediate(number, Width.INT));
            }
        }
        asm.store(Access.BYTE, Memory.at(Register.RBX, 0), 5);
        expected.add("mov byte [rbx],0x5");
        asm.store(Access.CHAR, Memory.at(Register.R12, 0), 0x1234);
        expected.add("mov word [r12],0x1234");
        asm.store(Access.INT, Memory.at(Register.R13, 0), 0x12345678);
        expected.add("mov dword [r13+0x0],0x12345678");
        asm.store(Access.LONG, Memory.at(Register.RSP, 16), 7);
        expected.add("mov qword [rsp+0x10],0x7");
        asm.multiply(Width.INT, Register.RAX, Register.R9, 31);
        expected.add("imul eax,r9d,byte +0x1f");
        asm.multiply(Width.LONG, Register.R10, Register.RDX, 1000);
        expected.add("imul r10,rdx,dword 0x3e8");
        check();
    }

    @Test
    void memoryForms() throws IOException, InterruptedException {
        for (Memory memory : memories()) {
            String text = text(memory);
            Register a = GENERAL.get(Math.floorMod(memory.hashCode(), GENERAL.size()));
            Register x = SSE.get(Math.floorMod(memory.hashCode(), SSE.size()));
            asm.load(Access.LONG, a, memory);
            expected.add("mov " + name(a, 64) + "," + text);
            asm.load(Access.INT, a, memory);
            expected.add("mov " + name(a, 32) + "," + text);
            asm.load(Access.BYTE, a, memory);
            expected.add("movsx " + name(a, 32) + ",byte " + text);
            asm.load(Access.UNSIGNED_BYTE, a, memory);
            expected.add("movzx " + name(a, 32) + ",byte " + text);
            asm.load(Access.SHORT, a, memory);
            expected.add("movsx " + name(a, 32) + ",word " + text);
            asm.load(Access.CHAR, a, memory);
            expected.add("movzx " + name(a, 32) + ",word " + text);
            asm.store(Access.BYTE, memory, a);
            expected.add("mov " + text + "," + name(a, 8));
            asm.store(Access.SHORT, memory, a);
            expected.add("mov " + text + "," + name(a, 16));
            asm.store(Access.INT, memory, a);
            expected.add("mov " + text + "," + name(a, 32));
            asm.store(Access.LONG, memory, a);
            expected.add("mov " + text + "," + name(a, 64));
            asm.signExtend(a, memory);
            expected.add("movsxd " + name(a, 64) + ",dword " + text);
            asm.loadAddress(Width.LONG, a, memory);
            expected.add("lea " + name(a, 64) + "," + text);
            asm.alu(Alu.ADD, Width.INT, a, memory);
            expected.add("add " + name(a, 32) + "," + text);
            asm.alu(Alu.ADD, Width.LONG, memory, a);
            expected.add("add " + text + "," + name(a, 64));
            asm.touch(memory);
            expected.add("test " + text + ",eax");
            asm.lockedCompareExchange(Width.LONG, memory, a);
            expected.add("lock cmpxchg " + text + "," + name(a, 64));
            asm.load(Precision.DOUBLE, x, memory);
            expected.add("movsd " + x.name().toLowerCase(Locale.ROOT) + ",qword " + text);
            asm.store(Precision.SINGLE, memory, x);
            expected.add("movss dword " + text + "," + x.name().toLowerCase(Locale.ROOT));
            asm.sse(SseOp.MUL, Precision.SINGLE, x, memory);
            expected.add("mulss " + x.name().toLowerCase(Locale.ROOT) + ",dword " + text);
            asm.compare(Precision.DOUBLE, x, memory);
            expected.add("ucomisd " + x.name().toLowerCase(Locale.ROOT) + ",qword " + text);
            asm.loadX87(Precision.DOUBLE, memory);
            expected.add("fld qword " + text);
            asm.storeX87(Precision.SINGLE, memory);
            expected.add("fstp dword " + text);
            asm.prefetch(memory);
            expected.add("prefetcht0 byte " + text);
            asm.saveFloatingPoint(memory);
            expected.add("fxsave64 " + text);
            asm.invalidatePage(memory);
            expected.add("invlpg " + text);
        }
        check();
    }

    @Test
    void floatingForms() throws IOException, InterruptedException {
        for (Register a : SSE) {
            for (Register b : SSE) {
                String operands = name(a, 64) + "," + name(b, 64);
                asm.move(a, b);
                expected.add("movaps " + operands);
                asm.xor(a, b);
                expected.add("xorps " + operands);
                asm.and(a, b);
                expected.add("andps " + operands);
                for (SseOp op : SseOp.values()) {
                    asm.sse(op, Precision.SINGLE, a, b);
                    expected.add(op.name().toLowerCase(Locale.ROOT) + "ss " + operands);
                    asm.sse(op, Precision.DOUBLE, a, b);
                    expected.add(op.name().toLowerCase(Locale.ROOT) + "sd " + operands);
                }
                asm.compare(Precision.SINGLE, a, b);
                expected.add("ucomiss " + operands);
                asm.compare(Precision.DOUBLE, a, b);
                expected.add("ucomisd " + operands);
                asm.convert(Precision.SINGLE, a, b);
                expected.add("cvtss2sd " + operands);
                asm.convert(Precision.DOUBLE, a, b);
                expected.add("cvtsd2ss " + operands);
            }
            for (Register b : GENERAL) {
                for (Width width : Width.values()) {
                    asm.fromInteger(Precision.DOUBLE, width, a, b);
                    expected.add("cvtsi2sd " + name(a, 64) + "," + name(b, width));
                    asm.toInteger(Precision.SINGLE, width, b, a);
                    expected.add("cvttss2si " + name(b, width) + "," + name(a, 64));
                }
                asm.moveBits(Width.LONG, a, b);
                expected.add("movq " + name(a, 64) + "," + name(b, 64));
                asm.moveBitsOut(Width.INT, b, a);
                expected.add("movd " + name(b, 32) + "," + name(a, 64));
            }
        }
        check();
    }

    @Test
    void systemForms() throws IOException, InterruptedException {
        asm.syscall();
        expected.add("syscall");
        asm.readTimestamp();
        expected.add("rdtsc");
        asm.readRandom();
        expected.add("rdrand rax");
        asm.identifyProcessor();
        expected.add("cpuid");
        asm.memoryFence();
        expected.add("mfence");
        asm.repeatMoveBytes();
        expected.add("rep movsb");
        asm.repeatMoveLongs();
        expected.add("rep movsq");
        asm.repeatStoreLongs();
        expected.add("rep stosq");
        asm.in(Access.BYTE);
        expected.add("in al,dx");
        asm.in(Access.SHORT);
        expected.add("in ax,dx");
        asm.in(Access.INT);
        expected.add("in eax,dx");
        asm.out(Access.BYTE);
        expected.add("out dx,al");
        asm.out(Access.SHORT);
        expected.add("out dx,ax");
        asm.out(Access.INT);
        expected.add("out dx,eax");
        asm.repeatInShorts();
        expected.add("rep insw");
        asm.repeatOutShorts();
        expected.add("rep outsw");
        asm.readControl(Register.RAX, 2);
        expected.add("mov rax,cr2");
        asm.readControl(Register.R9, 3);
        expected.add("mov r9,cr3");
        asm.writeControl(3, Register.R13);
        expected.add("mov cr3,r13");
        asm.readModelRegister();
        expected.add("rdmsr");
        asm.writeModelRegister();
        expected.add("wrmsr");
        asm.enableInterrupts();
        expected.add("sti");
        asm.halt();
        expected.add("hlt");
        asm.disableInterrupts();
        expected.add("cli");
        asm.undefined();
        expected.add("ud2");
        asm.leave();
        expected.add("leave");
        asm.ret();
        expected.add("ret");
        asm.signExtendRax(Width.INT);
        expected.add("cdq");
        asm.signExtendRax(Width.LONG);
        expected.add("cqo");
        asm.partialRemainderX87();
        expected.add("fprem");
        expected.add("fnstsw ax");
        expected.add("test ah,0x4");
        asm.dropSecondX87();
        expected.add("fstp st1");
        check();
    }

    @Test
    void jumps() throws IOException, InterruptedException {
        Label here = new Label();
        Label later = new Label();
        asm.bind(here);
        asm.jump(here);
        expected.add("jmp short 0x0");
        asm.jump(Condition.LESS_EQUAL, later);
        expected.add("jng near 0x16");
        asm.jump(later);
        expected.add("jmp 0x16");
        int skip = asm.skip(Condition.NOT_EQUAL);
        expected.add("jnz 0x16");
        asm.loadAddress(Register.R9, later);
        expected.add("lea r9,[rel 0x16]");
        asm.land(skip);
        asm.bind(later);
        asm.jump(Condition.BELOW, here);
        expected.add("jc 0x0");
        check();
    }
}
