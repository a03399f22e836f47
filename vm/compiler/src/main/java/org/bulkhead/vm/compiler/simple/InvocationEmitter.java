package org.bulkhead.vm.compiler.simple;

import java.util.List;
import org.bulkhead.vm.compiler.x64.Access;
import org.bulkhead.vm.compiler.x64.Alu;
import org.bulkhead.vm.compiler.x64.Assembler;
import org.bulkhead.vm.compiler.x64.Condition;
import org.bulkhead.vm.compiler.x64.Label;
import org.bulkhead.vm.compiler.x64.Memory;
import org.bulkhead.vm.compiler.x64.Precision;
import org.bulkhead.vm.compiler.x64.Register;
import org.bulkhead.vm.compiler.x64.Shift;
import org.bulkhead.vm.compiler.x64.Width;
import org.bulkhead.vm.runtime.layout.ArgumentLayout;
import org.bulkhead.vm.runtime.layout.ObjectLayout;

/** The call of a method whose parameters are known at run time only: all places of arguments are filled from two arrays, see {@link ArgumentLayout}. */
final class InvocationEmitter {
    private static final Register CODE = Register.RAX;
    private static final Register REFERENCES = Register.RBX;
    private static final Register WORDS = Register.R12;
    private static final Register COUNT = Register.R13;
    private static final int LOG_REFERENCE = 2;
    private static final int LOG_WORD = 3;
    private static final int FIRST_REFERENCE = ObjectLayout.arrayBase(ObjectLayout.REFERENCE_SIZE);
    private static final int FIRST_WORD = ObjectLayout.arrayBase(Long.BYTES);

    private final Assembler asm;

    InvocationEmitter(Assembler asm) {
        this.asm = asm;
    }

    /**
     * Calls; between the loads of references and the call there is no safepoint.
     *
     * @param operands code, references and words
     * @param frameSize distance of rsp from rbp, to which rsp returns
     * @param called runs when the call instruction has just been written
     */
    void call(Moves moves, List<Operand> operands, int frameSize, Runnable called) {
        moves.toRegisters(operands, List.of(CODE, REFERENCES, WORDS));
        pushStackWords();
        for (int i = 0; i < ArgumentLayout.INTEGERS; i++) {
            Register register = ArgumentLocations.integer(i);
            asm.load(Access.INT, register, Memory.at(REFERENCES, FIRST_REFERENCE + (i << LOG_REFERENCE)));
            asm.alu(Alu.OR, Width.LONG, register, Memory.at(WORDS, FIRST_WORD + (i << LOG_WORD)));
        }
        for (int i = 0; i < ArgumentLayout.FLOATS; i++) {
            asm.load(Precision.DOUBLE, ArgumentLocations.floating(i), Memory.at(WORDS, FIRST_WORD + (ArgumentLayout.INTEGERS + i << LOG_WORD)));
        }
        asm.call(CODE);
        called.run();
        asm.loadAddress(Width.LONG, Register.RSP, Memory.at(Register.RBP, -frameSize));
    }

    /** Pushes the last word first; rsp stays a multiple of 16 at the call. */
    private void pushStackWords() {
        asm.load(Access.INT, COUNT, Memory.at(REFERENCES, ObjectLayout.ARRAY_LENGTH));
        asm.alu(Alu.SUB, Width.LONG, COUNT, ArgumentLayout.STACK);
        asm.move(Width.LONG, Moves.SCRATCH, COUNT);
        asm.alu(Alu.AND, Width.LONG, Moves.SCRATCH, 1);
        asm.shift(Shift.LEFT, Width.LONG, Moves.SCRATCH, LOG_WORD);
        asm.alu(Alu.SUB, Width.LONG, Register.RSP, Moves.SCRATCH);
        Label next = new Label();
        Label done = new Label();
        asm.bind(next);
        asm.alu(Alu.SUB, Width.LONG, COUNT, 1);
        asm.jump(Condition.LESS, done);
        asm.load(Access.INT, Moves.SCRATCH, Memory.at(REFERENCES, COUNT, LOG_REFERENCE, FIRST_REFERENCE + (ArgumentLayout.STACK << LOG_REFERENCE)));
        asm.alu(Alu.OR, Width.LONG, Moves.SCRATCH, Memory.at(WORDS, COUNT, LOG_WORD, FIRST_WORD + (ArgumentLayout.STACK << LOG_WORD)));
        asm.push(Moves.SCRATCH);
        asm.jump(next);
        asm.bind(done);
    }
}
