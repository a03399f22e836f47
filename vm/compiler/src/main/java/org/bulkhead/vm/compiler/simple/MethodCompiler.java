package org.bulkhead.vm.compiler.simple;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.bulkhead.vm.compiler.CompilationProblem;
import org.bulkhead.vm.compiler.CompiledMethod;
import org.bulkhead.vm.compiler.CompilerEnvironment;
import org.bulkhead.vm.compiler.RuntimeCall;
import org.bulkhead.vm.compiler.Symbol;
import org.bulkhead.vm.compiler.analysis.Kind;
import org.bulkhead.vm.compiler.model.VmMethod;
import org.bulkhead.vm.compiler.x64.Access;
import org.bulkhead.vm.compiler.x64.Alu;
import org.bulkhead.vm.compiler.x64.Assembler;
import org.bulkhead.vm.compiler.x64.Label;
import org.bulkhead.vm.compiler.x64.Memory;
import org.bulkhead.vm.compiler.x64.Register;
import org.bulkhead.vm.compiler.x64.Width;
import org.bulkhead.vm.runtime.StackLayout;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LineNumberNode;

/** Compiles one method: prologue, instructions block by block, ways out, stubs, tables. */
final class MethodCompiler {
    private final VmMethod compiled;
    private final VmMethod method;
    private final CompilerEnvironment environment;
    private final Emission e;
    private final Assembler asm;
    private final OperandStack stack;
    private final InstructionEmitter instructions;
    private final HandlerTable handlers;

    /** Compiles {@code compiled} from the body that {@code method} has, which is the same method but for what has been put in the place of calls. */
    MethodCompiler(VmMethod compiled, VmMethod method, CompilerEnvironment environment) {
        this.compiled = compiled;
        this.method = method;
        this.environment = environment;
        e = new Emission(method, environment);
        asm = e.asm;
        stack = e.stack;
        instructions = new InstructionEmitter(e);
        handlers = new HandlerTable(e);
    }

    /** @throws CompilationProblem if the bytecode is not valid */
    CompiledMethod compile() {
        writePrologue();
        int bodyStart = asm.position();
        writeBody();
        int bodyEnd = asm.position();
        Label unlockAndThrow = null;
        if (method.isSynchronized()) {
            unlockAndThrow = writeUnlocking();
        }
        e.stubs.write(e.tables);
        List<CompiledMethod.Handler> table = handlers.build(bodyStart, bodyEnd, unlockAndThrow);
        return new CompiledMethod(compiled, asm.code(), e.frame.size(), asm.relocations(), e.tables.safepoints(), table, e.tables.lines(), e.uses);
    }

    private void writePrologue() {
        asm.push(Register.RBP);
        asm.move(Width.LONG, Register.RBP, Register.RSP);
        if (environment.probesStack(method)) {
            // Before rsp moves: a large frame could take it beyond the stack's end, where not even the fault could be reported.
            e.tables.mayFault(new BitSet());
            asm.touch(Memory.at(Register.RSP, -e.frame.size() - StackLayout.STACK_RESERVE));
        }
        asm.alu(Alu.SUB, Width.LONG, Register.RSP, e.frame.size());
        ArgumentLocations locations = new ArgumentLocations();
        int local = 0;
        List<Operand.Local> locals = new ArrayList<>();
        List<Register> registers = new ArrayList<>();
        for (Type type : method.parameters()) {
            Kind kind = Kind.of(type, e.types);
            ArgumentLocations.Location location = locations.next(kind);
            if (location.register() != null) {
                e.moves.store(kind, FrameLayout.slot(local), location.register());
                locals.add(new Operand.Local(kind, local));
                registers.add(location.register());
            } else {
                asm.load(Access.LONG, Moves.SCRATCH, FrameLayout.incoming(location.word()));
                asm.store(Access.LONG, FrameLayout.slot(local), Moves.SCRATCH);
            }
            local += kind.isDouble() ? 2 : 1;
        }
        stack.enterBlock(List.of(), e.alwaysNonNull());
        if (method.isSynchronized()) {
            lock();
        } else {
            for (int i = 0; i < locals.size(); i++) {
                stack.noteParameter(registers.get(i), locals.get(i));
            }
        }
        if (e.analysis.callsItself()) {
            e.begin(method.node().instructions.getFirst(), 0);
            e.poll();
        }
    }

    private void lock() {
        e.begin(method.node().instructions.getFirst(), 0);
        Operand lock = lockedObject(new Operand.Local(Kind.REFERENCE, 0));
        if (e.frame.hasMonitorSlot()) {
            asm.store(Access.LONG, FrameLayout.slot(e.frame.monitorSlot()), Register.RDI);
        }
        e.call(RuntimeCall.MONITOR_ENTER, lock);
    }

    private Operand lockedObject(Operand ofInstanceMethod) {
        return method.isStatic() ? new Operand.ImageObject(new Symbol.Mirror(method.owner())) : ofInstanceMethod;
    }

    private void writeBody() {
        InsnList list = method.node().instructions;
        int index = 0;
        for (AbstractInsnNode node = list.getFirst(); node != null; node = node.getNext(), index++) {
            e.begin(node, index);
            if (node instanceof LabelNode label) {
                enter(label, index);
            } else if (node instanceof LineNumberNode line) {
                e.line(line.line);
            } else if (node.getOpcode() >= 0 && e.flow() == Emission.Flow.CONTINUES && !e.isFused(node)) {
                if (!e.analysis.isReachable(index)) {
                    throw new CompilationProblem("bytecode of " + method + " is not valid: instruction " + index + " cannot be reached but is");
                }
                instructions.emit(node);
            }
        }
        if (e.flow() == Emission.Flow.CONTINUES) {
            throw new CompilationProblem("bytecode of " + method + " is not valid: it runs off its end");
        }
    }

    private void enter(LabelNode label, int index) {
        boolean target = e.analysis.isTarget(index);
        boolean handler = e.analysis.isHandler(index);
        if ((target || handler) && e.analysis.isReachable(index)) {
            boolean onlyHandler = handler && !target && e.flow() == Emission.Flow.ENDED;
            if (e.flow() == Emission.Flow.CONTINUES) {
                stack.flush();
            }
            asm.bind(e.label(label));
            e.beginBlock();
            if (onlyHandler) {
                stack.enterHandler(Register.RAX, e.alwaysNonNull());
                handlers.handler(label, e.label(label));
            } else {
                stack.enterBlock(e.analysis.stack(index), e.alwaysNonNull());
                if (e.analysis.isLoop(index)) {
                    e.poll();
                }
                if (handler) {
                    handlers.handler(label, landingPad(label));
                }
            }
        } else if (target || handler) {
            asm.bind(e.label(label));
            e.flow(Emission.Flow.ENDED);
        }
        handlers.position(index);
    }

    /** Where a handler is reached in other ways too, exceptions take a detour that puts them in the first home. */
    private Label landingPad(LabelNode handler) {
        return e.stub(() -> {
            e.moves.store(Kind.REFERENCE, FrameLayout.slot(e.frame.home(0)), Register.RAX);
            asm.jump(e.label(handler));
        });
    }

    /** Writes the two ways out of a synchronized method; returns the one that exceptions take. */
    private Label writeUnlocking() {
        int result = e.frame.home(0);
        Kind kind = Kind.of(method.returnType(), e.types);
        if (e.unlockingExit.isWanted()) {
            asm.bind(e.unlockingExit);
            exitMonitor(kind);
            if (kind != null) {
                e.moves.load(kind, kind.isFloating() ? Register.XMM0 : Register.RAX, FrameLayout.slot(result));
            }
            asm.leave();
            asm.ret();
        }
        Label unlockAndThrow = new Label();
        asm.bind(unlockAndThrow);
        e.moves.store(Kind.REFERENCE, FrameLayout.slot(result), Register.RAX);
        exitMonitor(Kind.REFERENCE);
        e.moves.arguments(List.of(new Operand.InSlot(Kind.REFERENCE, result)));
        asm.call(e.runtime(RuntimeCall.THROW));
        e.tables.callReturns(new BitSet());
        asm.undefined();
        return unlockAndThrow;
    }

    /** Calls the runtime; the value of that kind in the first home survives. */
    private void exitMonitor(Kind kept) {
        BitSet map = new BitSet();
        if (kept == Kind.REFERENCE) {
            map.set(e.frame.home(0));
        }
        e.moves.arguments(List.of(lockedObject(new Operand.InSlot(Kind.REFERENCE, e.frame.monitorSlot()))));
        asm.call(e.runtime(RuntimeCall.MONITOR_EXIT));
        e.tables.callReturns(map);
    }
}
