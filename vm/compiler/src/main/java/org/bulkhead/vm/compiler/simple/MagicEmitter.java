package org.bulkhead.vm.compiler.simple;

import java.util.ArrayList;
import java.util.List;
import org.bulkhead.vm.compiler.CompilationProblem;
import org.bulkhead.vm.compiler.Routine;
import org.bulkhead.vm.compiler.Symbol;
import org.bulkhead.vm.compiler.analysis.Kind;
import org.bulkhead.vm.compiler.model.VmMethod;
import org.bulkhead.vm.compiler.x64.Access;
import org.bulkhead.vm.compiler.x64.Alu;
import org.bulkhead.vm.compiler.x64.Assembler;
import org.bulkhead.vm.compiler.x64.Memory;
import org.bulkhead.vm.compiler.x64.Register;
import org.bulkhead.vm.compiler.x64.Shift;
import org.bulkhead.vm.compiler.x64.Width;

/** The methods of Magic, and the way to those of Address, Word and Offset. */
final class MagicEmitter {
    private static final String MAGIC = "org/bulkhead/vm/magic/Magic";
    private static final int FAULT_ADDRESS = 2;
    private static final int PAGE_TABLE_ROOT = 3;
    private static final int LOG_LONG = 3;
    private static final int FEATURES_LEAF = 1;

    private final Emission e;
    private final Assembler asm;
    private final OperandStack stack;
    private final WordEmitter words;

    MagicEmitter(Emission emission, WordEmitter words) {
        e = emission;
        asm = emission.asm;
        stack = emission.stack;
        this.words = words;
    }

    /** @throws CompilationProblem if no instructions are known for the method */
    void emit(VmMethod method) {
        boolean known = method.owner().name().equals(MAGIC) ? magic(method.name()) : words.emit(method);
        if (!known) {
            throw new CompilationProblem(e.method + " calls the intrinsic " + method + ", for which the compiler knows no instructions");
        }
    }

    private boolean magic(String name) {
        switch (name) {
            case "copy" -> copy();
            case "clear" -> clear();
            case "addressOf" -> words.retag(Kind.WORD);
            case "objectAt" -> words.retag(Kind.REFERENCE);
            case "framePointer" -> push(Register.RBP);
            case "stackPointer" -> push(Register.RSP);
            case "setPolls" -> e.moves.load(stack.resolve(stack.pop()), Register.R15);
            case "switchStack" -> changeStack(Routine.SWITCH_STACK, List.of(Register.RDI, Register.RSI, Register.RDX, Register.RCX));
            case "startStack" -> changeStack(Routine.START_STACK, List.of(Register.RDI, Register.RSI));
            case "jump" -> jump();
            case "call" -> call(null);
            case "callForObject" -> call(Kind.REFERENCE);
            case "invokeForObject" -> invoke(Kind.REFERENCE);
            case "invokeForLong" -> invoke(Kind.LONG);
            case "invokeForDouble" -> invoke(Kind.DOUBLE);
            case "systemCall" -> systemCall();
            default -> {
                return processor(name) || port(name);
            }
        }
        return true;
    }

    private boolean processor(String name) {
        switch (name) {
            case "timestamp" -> {
                fixed(List.of(), Register.RAX, Register.RDX);
                asm.readTimestamp();
                pushPair();
            }
            case "randomNumber" -> {
                fixed(List.of(), Register.RAX);
                asm.readRandom();
                stack.push(Kind.LONG, Register.RAX);
            }
            case "processorFeatures" -> {
                fixed(List.of(), Register.RAX, Register.RBX, Register.RCX, Register.RDX);
                asm.move(Register.RAX, FEATURES_LEAF);
                asm.identifyProcessor();
                stack.push(Kind.INT, Register.RCX);
            }
            case "prefetch" -> asm.prefetch(popAddress());
            case "fence" -> asm.memoryFence();
            case "disableInterrupts" -> asm.disableInterrupts();
            case "enableInterrupts" -> asm.enableInterrupts();
            case "waitForInterrupt" -> {
                asm.enableInterrupts();
                asm.halt();
                asm.disableInterrupts();
            }
            case "halt" -> asm.halt();
            case "readFaultAddress" -> readControl(FAULT_ADDRESS, Kind.WORD);
            case "readPageTableRoot" -> readControl(PAGE_TABLE_ROOT, Kind.LONG);
            case "writePageTableRoot" -> asm.writeControl(PAGE_TABLE_ROOT, stack.toRegister(stack.pop()));
            case "invalidatePage" -> asm.invalidatePage(popAddress());
            case "readModelRegister" -> {
                fixed(stack.pop(1), Register.RCX, Register.RAX, Register.RDX);
                asm.readModelRegister();
                pushPair();
            }
            case "writeModelRegister" -> {
                fixed(stack.pop(2), Register.RCX, Register.RAX, Register.RDX);
                asm.move(Width.LONG, Register.RDX, Register.RAX);
                asm.shift(Shift.LOGICAL_RIGHT, Width.LONG, Register.RDX, Integer.SIZE);
                asm.writeModelRegister();
            }
            case "saveFloatingPoint" -> asm.saveFloatingPoint(popAddress());
            case "restoreFloatingPoint" -> asm.restoreFloatingPoint(popAddress());
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean port(String name) {
        switch (name) {
            case "inByte" -> in(Access.BYTE, Access.UNSIGNED_BYTE);
            case "inShort" -> in(Access.SHORT, Access.CHAR);
            case "inInt" -> in(Access.INT, null);
            case "outByte" -> out(Access.BYTE);
            case "outShort" -> out(Access.SHORT);
            case "outInt" -> out(Access.INT);
            case "inShorts" -> {
                transfer(Register.RDI);
                asm.repeatInShorts();
            }
            case "outShorts" -> {
                transfer(Register.RSI);
                asm.repeatOutShorts();
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    /** Brings popped operands into the first registers and makes all the registers free to be written. */
    private void fixed(List<Operand> operands, Register... registers) {
        List<Operand> resolved = new ArrayList<>();
        operands.forEach(each -> resolved.add(stack.resolve(each)));
        for (Register register : registers) {
            stack.claimFixed(register);
        }
        e.moves.toRegisters(resolved, List.of(registers).subList(0, operands.size()));
    }

    private void push(Register source) {
        Register result = stack.allocate(Kind.WORD);
        asm.move(Width.LONG, result, source);
        stack.push(Kind.WORD, result);
    }

    private void pushPair() {
        asm.shift(Shift.LEFT, Width.LONG, Register.RDX, Integer.SIZE);
        asm.alu(Alu.OR, Width.LONG, Register.RAX, Register.RDX);
        stack.push(Kind.LONG, Register.RAX);
    }

    private Memory popAddress() {
        return Memory.at(stack.toRegister(stack.pop()), 0);
    }

    private void copy() {
        fixed(stack.pop(3), Register.RSI, Register.RDI, Register.RCX);
        asm.move(Width.LONG, Moves.SCRATCH, Register.RCX);
        asm.shift(Shift.LOGICAL_RIGHT, Width.LONG, Register.RCX, LOG_LONG);
        e.mayFault();
        asm.repeatMoveLongs();
        asm.move(Width.INT, Register.RCX, Moves.SCRATCH);
        asm.alu(Alu.AND, Width.INT, Register.RCX, Long.BYTES - 1);
        e.mayFault();
        asm.repeatMoveBytes();
    }

    private void clear() {
        fixed(stack.pop(2), Register.RDI, Register.RCX, Register.RAX);
        asm.shift(Shift.LOGICAL_RIGHT, Width.LONG, Register.RCX, LOG_LONG);
        asm.clear(Register.RAX);
        asm.repeatStoreLongs();
    }

    private void jump() {
        fixed(stack.pop(4), Register.RCX, Register.RDX, Register.RSI, Register.RAX);
        asm.move(Width.LONG, Register.RBP, Register.RDX);
        asm.move(Width.LONG, Register.RSP, Register.RSI);
        asm.jump(Register.RCX);
        e.flow(Emission.Flow.ENDED);
    }

    private void call(Kind result) {
        Operand code = stack.resolve(stack.pop());
        stack.spillAll();
        e.moves.load(code, Register.RAX);
        asm.call(Register.RAX);
        e.safepoint();
        e.pushResult(result);
    }

    private void invoke(Kind result) {
        List<Operand> operands = new ArrayList<>();
        stack.pop(3).forEach(each -> operands.add(stack.resolve(each)));
        stack.spillAll();
        new InvocationEmitter(asm).call(e.moves, operands, e.frame.size(), e::safepoint);
        e.pushResult(result);
    }

    private void changeStack(Routine routine, List<Register> parameters) {
        List<Operand> operands = new ArrayList<>();
        stack.pop(parameters.size()).forEach(each -> operands.add(stack.resolve(each)));
        stack.spillAll();
        e.moves.toRegisters(operands, parameters);
        asm.call(new Symbol.RoutineCode(routine));
        e.safepoint();
        e.pushResult(Kind.WORD);
    }

    private void systemCall() {
        List<Operand> operands = new ArrayList<>();
        stack.pop(7).forEach(each -> operands.add(stack.resolve(each)));
        stack.spillAll();
        e.moves.toRegisters(operands, List.of(Register.RAX, Register.RDI, Register.RSI, Register.RDX, Register.R10, Register.R8, Register.R9));
        asm.syscall();
        e.safepoint();
        e.pushResult(Kind.LONG);
    }

    private void readControl(int number, Kind kind) {
        Register result = stack.allocate(kind);
        asm.readControl(result, number);
        stack.push(kind, result);
    }

    private void in(Access size, Access extension) {
        fixed(stack.pop(1), Register.RDX, Register.RAX);
        asm.in(size);
        if (extension != null) {
            asm.extend(extension, Register.RAX, Register.RAX);
        }
        stack.push(Kind.INT, Register.RAX);
    }

    private void out(Access size) {
        fixed(stack.pop(2), Register.RDX, Register.RAX);
        asm.out(size);
    }

    /** Operands: port, address, count. */
    private void transfer(Register address) {
        fixed(stack.pop(3), Register.RDX, address, Register.RCX);
        // A count is an int, the register that counts has 64 bits.
        asm.move(Width.INT, Register.RCX, Register.RCX);
    }
}
