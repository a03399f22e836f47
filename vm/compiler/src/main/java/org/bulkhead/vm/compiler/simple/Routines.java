package org.bulkhead.vm.compiler.simple;

import java.util.List;
import java.util.Set;
import org.bulkhead.vm.compiler.CompiledMethod;
import org.bulkhead.vm.compiler.CompilerEnvironment;
import org.bulkhead.vm.compiler.Routine;
import org.bulkhead.vm.compiler.RuntimeCall;
import org.bulkhead.vm.compiler.Symbol;
import org.bulkhead.vm.compiler.x64.Access;
import org.bulkhead.vm.compiler.x64.Alu;
import org.bulkhead.vm.compiler.x64.Assembler;
import org.bulkhead.vm.compiler.x64.Condition;
import org.bulkhead.vm.compiler.x64.Label;
import org.bulkhead.vm.compiler.x64.Memory;
import org.bulkhead.vm.compiler.x64.Register;
import org.bulkhead.vm.compiler.x64.Shift;
import org.bulkhead.vm.compiler.x64.Width;
import org.bulkhead.vm.runtime.FaultKind;
import org.bulkhead.vm.runtime.layout.HubLayout;
import org.bulkhead.vm.runtime.layout.ObjectLayout;

/** Writes the routines that no Java method gives. They have no frame. */
final class Routines {
    private static final int STACK_ALIGNMENT = 16;
    private static final int LOG_LONG = 3;

    private final CompilerEnvironment environment;
    private final Assembler asm = new Assembler();

    Routines(CompilerEnvironment environment) {
        this.environment = environment;
    }

    CompiledMethod compile(Routine routine) {
        switch (routine) {
            case INTERFACE_LOOKUP -> interfaceLookup();
            case FAULT_ENTRY -> faultEntry();
            case SWITCH_STACK -> switchStack();
            case START_STACK -> startStack();
            case LINUX_START -> linuxStart();
            case SIGNAL_HANDLER -> signalHandler();
            case SIGNAL_RETURN -> signalReturn();
        }
        return new CompiledMethod(null, asm.code(), 0, asm.relocations(), List.of(), List.of(), List.of(), Set.of());
    }

    private Symbol runtime(RuntimeCall call) {
        return new Symbol.Code(environment.runtimeMethod(call));
    }

    /** See HubLayout for the table; its first word is the mask. */
    private void interfaceLookup() {
        Register table = Register.R10;
        Register entry = Register.R11;
        Label probe = new Label();
        Label missing = new Label();
        asm.load(Access.INT, table, Memory.at(Register.RDI, ObjectLayout.HUB));
        asm.load(Access.INT, table, Memory.at(table, HubLayout.INTERFACE_TABLE));
        asm.test(Width.INT, table, table);
        asm.jump(Condition.EQUAL, missing);
        asm.move(Width.INT, entry, Register.RAX);
        asm.bind(probe);
        asm.alu(Alu.AND, Width.INT, entry, Memory.at(table, 0));
        Memory number = Memory.at(table, entry, 3, HubLayout.INTERFACE_TABLE_ENTRIES);
        asm.alu(Alu.CMP, Width.INT, number, Register.RAX);
        int next = asm.skip(Condition.NOT_EQUAL);
        asm.load(Access.INT, entry, Memory.at(table, entry, 3, HubLayout.INTERFACE_TABLE_ENTRIES + Integer.BYTES));
        asm.ret();
        asm.land(next);
        asm.alu(Alu.CMP, Width.INT, number, 0);
        asm.jump(Condition.EQUAL, missing);
        asm.increment(Width.INT, entry);
        asm.jump(probe);
        asm.bind(missing);
        // As if the caller had called it: the return address on the stack is the call site's.
        asm.jump(runtime(RuntimeCall.INTERFACE_MISSING));
    }

    private void faultEntry() {
        asm.push(Register.RDI);
        asm.jump(runtime(RuntimeCall.FAULT));
    }

    private void switchStack() {
        asm.push(Register.RBP);
        asm.move(Width.LONG, Register.RAX, Register.RSP);
        asm.move(Width.LONG, Register.R8, Register.RSI);
        asm.move(Width.LONG, Register.R9, Register.RCX);
        copyStack(Register.RSP, Register.RSP, Register.R9);
        // From here on what lies above rsp is being overwritten, and nothing on the stack is used before it is all there.
        asm.move(Width.LONG, Register.RSP, Register.RDX);
        asm.move(Width.LONG, Register.RDI, Register.RDX);
        copyStack(Register.R8, Register.RDX, Register.R9);
        asm.pop(Register.RBP);
        asm.ret();
    }

    private void startStack() {
        asm.push(Register.RBP);
        asm.move(Width.LONG, Register.RAX, Register.RSP);
        asm.move(Width.LONG, Register.R9, Register.RSI);
        copyStack(Register.RSP, Register.RSP, Register.R9);
        asm.move(Width.LONG, Register.RSP, Register.R9);
        asm.clear(Register.RBP);
        asm.push(0);
        asm.move(Width.LONG, Register.RDI, Register.RAX);
        asm.jump(runtime(RuntimeCall.THREAD_START));
    }

    /** Copies as many bytes to where rdi points as lie between {@code innermost} and {@code end}. */
    private void copyStack(Register from, Register innermost, Register end) {
        asm.move(Width.LONG, Register.RCX, end);
        asm.alu(Alu.SUB, Width.LONG, Register.RCX, innermost);
        asm.shift(Shift.LOGICAL_RIGHT, Width.LONG, Register.RCX, LOG_LONG);
        asm.move(Width.LONG, Register.RSI, from);
        asm.repeatMoveLongs();
    }

    private void linuxStart() {
        asm.clear(Register.RBP);
        asm.move(Width.LONG, Register.RDI, Register.RSP);
        asm.alu(Alu.AND, Width.LONG, Register.RSP, -STACK_ALIGNMENT);
        asm.push(0);
        asm.jump(runtime(RuntimeCall.LINUX_START));
    }

    private void signalHandler() {
        Register context = Register.RDX;
        Register value = Register.RAX;
        asm.load(Access.LONG, value, LinuxContext.RIP.in(context));
        asm.store(Access.LONG, LinuxContext.RDI.in(context), value);
        asm.load(Access.LONG, value, Memory.at(Register.RSI, LinuxContext.SIGINFO_ADDRESS));
        asm.store(Access.LONG, LinuxContext.RSI.in(context), value);
        asm.move(value, FaultKind.MEMORY);
        asm.alu(Alu.CMP, Width.INT, Register.RDI, LinuxContext.SIGSEGV);
        int isSegmentation = asm.skip(Condition.EQUAL);
        asm.alu(Alu.CMP, Width.INT, Register.RDI, LinuxContext.SIGBUS);
        int isBus = asm.skip(Condition.EQUAL);
        asm.move(value, FaultKind.DIVISION);
        asm.alu(Alu.CMP, Width.INT, Register.RDI, LinuxContext.SIGFPE);
        int isDivision = asm.skip(Condition.EQUAL);
        asm.move(value, FaultKind.OTHER);
        asm.land(isSegmentation);
        asm.land(isBus);
        asm.land(isDivision);
        asm.store(Access.LONG, LinuxContext.RDX.in(context), value);
        asm.move(value, new Symbol.RoutineCode(Routine.FAULT_ENTRY));
        asm.store(Access.LONG, LinuxContext.RIP.in(context), value);
        asm.ret();
    }

    private void signalReturn() {
        asm.move(Register.RAX, LinuxContext.RT_SIGRETURN);
        asm.syscall();
    }
}
