package org.bulkhead.vm.verifier.types;

import org.bulkhead.vm.verifier.code.Opcode;

/** The instructions that move operands whatever they are, and {@code new}. */
final class StackRules {
    private final MethodContext context;

    StackRules(MethodContext context) {
        this.context = context;
    }

    void execute(int opcode, Frame frame) {
        switch (opcode) {
            case Opcode.POP -> single(frame, opcode);
            case Opcode.POP2 -> pair(frame, opcode);
            case Opcode.DUP -> {
                VerificationType top = single(frame, opcode);
                push(frame, top, top);
            }
            case Opcode.DUP_X1 -> {
                VerificationType top = single(frame, opcode);
                VerificationType below = single(frame, opcode);
                push(frame, top, below, top);
            }
            case Opcode.DUP_X2 -> {
                VerificationType top = single(frame, opcode);
                VerificationType[] below = pair(frame, opcode);
                push(frame, top);
                push(frame, below);
                push(frame, top);
            }
            case Opcode.DUP2 -> {
                VerificationType[] top = pair(frame, opcode);
                push(frame, top);
                push(frame, top);
            }
            case Opcode.DUP2_X1 -> {
                VerificationType[] top = pair(frame, opcode);
                VerificationType below = single(frame, opcode);
                push(frame, top);
                push(frame, below);
                push(frame, top);
            }
            case Opcode.DUP2_X2 -> {
                VerificationType[] top = pair(frame, opcode);
                VerificationType[] below = pair(frame, opcode);
                push(frame, top);
                push(frame, below);
                push(frame, top);
            }
            case Opcode.SWAP -> {
                VerificationType top = single(frame, opcode);
                VerificationType below = single(frame, opcode);
                push(frame, top, below);
            }
            default -> throw new AssertionError(opcode);
        }
    }

    private static void push(Frame frame, VerificationType... types) {
        for (VerificationType each : types) {
            frame.push(each);
        }
    }

    private VerificationType single(Frame frame, int opcode) {
        VerificationType type = frame.pop();
        if (type.isWide()) {
            throw context.site().unverifiable(Opcode.name(opcode) + " would tear a " + type);
        }
        return type;
    }

    /** Takes two slots: one long or double, or two others; the lower first. */
    private VerificationType[] pair(Frame frame, int opcode) {
        VerificationType top = frame.pop();
        return top.isWide() ? new VerificationType[] {top} : new VerificationType[] {single(frame, opcode), top};
    }

    /** An object made before at the same place and still not initialised would be confused with the new one. */
    void makes(int offset, Frame frame) {
        VerificationType made = VerificationType.uninitialized(offset);
        if (frame.hasOperand(made)) {
            throw context.site().unverifiable("an object made here before is on the operand stack and not initialised");
        }
        frame.replaceLocals(made, VerificationType.TOP);
        frame.push(made);
    }
}
