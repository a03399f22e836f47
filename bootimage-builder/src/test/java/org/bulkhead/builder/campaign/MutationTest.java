package org.bulkhead.builder.campaign;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each class of faults does to instructions as our compiler makes them. */
class MutationTest {
    private static Instruction one(String hex) {
        List<Instruction> decoded = Disassembler.decode(0x400000, HexFormat.of().parseHex(hex));
        assertEquals(1, decoded.size(), decoded::toString);
        return decoded.get(0);
    }

    private static TreeSet<String> variants(FaultClass kind, Instruction instruction) {
        TreeSet<String> found = new TreeSet<>();
        for (int seed = 0; seed < 400; seed++) {
            found.add(HexFormat.of().formatHex(Mutation.of(kind, instruction, new SplittableRandom(seed)).bytes()));
        }
        return found;
    }

    @Test
    void codeIsDecodedInstructionByInstruction() {
        List<Instruction> decoded = Disassembler.decode(0x40A727, HexFormat.of().parseHex("48bbffffffffffffff7f" + "483bcb" + "0f8516000000"));
        assertEquals(List.of(0x40A727L, 0x40A731L, 0x40A734L), decoded.stream().map(Instruction::address).toList());
        assertEquals(List.of(10, 3, 6), decoded.stream().map(each -> each.bytes().length).toList());
        assertEquals("cmp rcx,rbx", decoded.get(1).text());
    }

    /** Bits of destination and source, counted from the first byte on. */
    @ParameterizedTest
    @CsvSource({
        "488b75e8,      '19 20 21', '16 17 18 24 25 26 27 28 29 30 31'", // mov rsi,[rbp-0x18]
        "488975f0,      '16 17 18 24 25 26 27 28 29 30 31', '19 20 21'", // mov [rbp-0x10],rsi
        "8bd0,          '11 12 13', '8 9 10'",                            // mov edx,eax
        "b910000000,    '0 1 2', '8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30 31 32 33 34 35 36 37 38 39'", // mov ecx,0x10
        "83c008,        '8 9 10', '16 17 18 19 20 21 22 23'",             // add eax,8
        "0fb6c0,        '19 20 21', '16 17 18'",                          // movzx eax,al
        "55,            '0 1 2', ''",                                     // push rbp
        "c3,            '', ''",                                          // ret
    })
    void fieldsOfOperandsAreFound(String hex, String destination, String source) {
        OperandFields fields = OperandFields.of(one(hex));
        assertEquals(bits(destination), fields.destination());
        assertEquals(bits(source), fields.source());
    }

    private static List<Integer> bits(String text) {
        return text.isEmpty() ? List.of() : Arrays.stream(text.split(" ")).map(Integer::valueOf).toList();
    }

    @Test
    void oneBitOfTheFieldIsWrong() {
        Instruction load = one("488b75e8");
        assertEquals(new TreeSet<>(List.of("488b7de8", "488b65e8", "488b55e8")), variants(FaultClass.DESTINATION, load));
        assertEquals(11, variants(FaultClass.SOURCE, load).size());
        assertEquals(32, variants(FaultClass.TEXT, load).size());
    }

    @Test
    void pointersAreAddressesThatAreNotOfTheFrame() {
        assertTrue(Mutation.fits(FaultClass.POINTER, one("8b4a0c")), "mov ecx,[rdx+0xc]");
        assertFalse(Mutation.fits(FaultClass.POINTER, one("8b7df8")), "mov edi,[rbp-0x8]");
        assertFalse(Mutation.fits(FaultClass.POINTER, one("48c7042400000000")), "mov qword [rsp],0x0");
        assertFalse(Mutation.fits(FaultClass.POINTER, one("8bd0")), "mov edx,eax");
        assertEquals(11, variants(FaultClass.POINTER, one("8b4a0c")).size());
    }

    @Test
    void conditionsAreInvertedAndJumpsLeftOut() {
        assertEquals(new TreeSet<>(List.of("0f84b0010000")), variants(FaultClass.LOOP, one("0f85b0010000")));
        assertEquals(new TreeSet<>(List.of("7405")), variants(FaultClass.LOOP, one("7505")));
        assertEquals(new TreeSet<>(List.of("9090909090")), variants(FaultClass.LOOP, one("e99a000000")));
        assertFalse(Mutation.fits(FaultClass.LOOP, one("e88a6b0000")), "a call is no loop");
    }

    @Test
    void argumentsAreStoredParametersAndLoadedRegisters() {
        assertTrue(Mutation.fits(FaultClass.INTERFACE, one("48897df8")), "mov [rbp-0x8],rdi");
        assertTrue(Mutation.fits(FaultClass.INTERFACE, one("8b7df8")), "mov edi,[rbp-0x8]");
        assertFalse(Mutation.fits(FaultClass.INTERFACE, one("488945d0")), "mov [rbp-0x30],rax");
        assertArrayEquals(new byte[] {(byte) 0x90, (byte) 0x90, (byte) 0x90}, Mutation.of(FaultClass.INTERFACE, one("8b7df8"), new SplittableRandom(1)).bytes());
    }

    @Test
    void everyMutationKeepsTheLengthAndChangesSomething() {
        Instruction instruction = one("8b8495f0feffff");
        for (FaultClass kind : FaultClass.values()) {
            if (kind.changesCode() && Mutation.fits(kind, instruction)) {
                byte[] bytes = Mutation.of(kind, instruction, new SplittableRandom(7)).bytes();
                assertEquals(instruction.bytes().length, bytes.length);
                assertNotEquals(HexFormat.of().formatHex(instruction.bytes()), HexFormat.of().formatHex(bytes), kind::name);
            }
        }
    }
}
