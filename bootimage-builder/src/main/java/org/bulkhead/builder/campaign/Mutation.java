package org.bulkhead.builder.campaign;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * New bytes for machine code.
 *
 * @param instruction what is changed
 * @param bytes what it becomes, of the same length
 */
record Mutation(Instruction instruction, byte[] bytes) {
    private static final byte NO_OPERATION = (byte) 0x90;
    private static final List<String> ARGUMENTS = List.of("rdi", "rsi", "rdx", "rcx", "r8", "r9", "edi", "esi", "edx", "ecx", "r8d", "r9d");

    /** Returns whether a class of faults can be put into an instruction. */
    static boolean fits(FaultClass kind, Instruction instruction) {
        OperandFields fields = OperandFields.of(instruction);
        return switch (kind) {
            case SOURCE -> !isBranch(instruction) && !fields.source().isEmpty();
            case DESTINATION -> !isBranch(instruction) && !fields.destination().isEmpty();
            case POINTER -> fields.inMemory() && !fields.usesFrame();
            case INTERFACE -> passesArgument(instruction);
            case LOOP -> isBranch(instruction) && !instruction.mnemonic().equals("call") || instruction.mnemonic().startsWith("rep");
            case TEXT, NOP -> true;
            case MEMORY, REGISTER, DEVICE, RESOURCE -> false;
        };
    }

    /** Returns a fault of a class that {@linkplain #fits fits}. */
    static Mutation of(FaultClass kind, Instruction instruction, SplittableRandom random) {
        OperandFields fields = OperandFields.of(instruction);
        byte[] bytes = instruction.bytes().clone();
        switch (kind) {
            case SOURCE -> flip(bytes, fields.source(), random);
            case DESTINATION -> flip(bytes, fields.destination(), random);
            case POINTER -> flip(bytes, fields.memory(), random);
            case LOOP -> divert(bytes, instruction);
            case TEXT -> {
                int bit = random.nextInt(bytes.length * Byte.SIZE);
                bytes[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
            }
            case INTERFACE, NOP -> Arrays.fill(bytes, NO_OPERATION);
            case MEMORY, REGISTER, DEVICE, RESOURCE -> throw new IllegalArgumentException(kind + " changes no code");
        }
        return new Mutation(instruction, bytes);
    }

    private static void flip(byte[] bytes, List<Integer> bits, SplittableRandom random) {
        int bit = bits.get(random.nextInt(bits.size()));
        bytes[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
    }

    /** Inverts the condition of a branch; leaves out an unconditional jump, or the repetition of a string instruction. */
    private static void divert(byte[] bytes, Instruction instruction) {
        int first = bytes[0] & 0xFF;
        if (first >= 0x70 && first <= 0x7F) {
            bytes[0] ^= 1;
        } else if (first == 0x0F) {
            bytes[1] ^= 1;
        } else if (instruction.mnemonic().startsWith("rep")) {
            bytes[0] = NO_OPERATION;
        } else {
            Arrays.fill(bytes, NO_OPERATION);
        }
    }

    private static boolean isBranch(Instruction instruction) {
        return instruction.mnemonic().startsWith("j") || instruction.mnemonic().equals("call");
    }

    /** A parameter that is stored to the frame, or an argument register that is loaded. */
    private static boolean passesArgument(Instruction instruction) {
        String[] operands = instruction.operands();
        return instruction.mnemonic().equals("mov") && operands.length == 2
            && (ARGUMENTS.contains(operands[0]) || operands[0].startsWith("[rbp-") && ARGUMENTS.contains(operands[1]));
    }
}
