package org.bulkhead.vm.compiler.simple;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bulkhead.vm.compiler.CompilerEnvironment;
import org.bulkhead.vm.compiler.RuntimeCall;
import org.bulkhead.vm.compiler.Symbol;
import org.bulkhead.vm.compiler.Use;
import org.bulkhead.vm.compiler.analysis.Kind;
import org.bulkhead.vm.compiler.analysis.MethodAnalysis;
import org.bulkhead.vm.compiler.model.TypeSystem;
import org.bulkhead.vm.compiler.model.VmMethod;
import org.bulkhead.vm.compiler.model.VmType;
import org.bulkhead.vm.compiler.x64.Alu;
import org.bulkhead.vm.compiler.x64.Assembler;
import org.bulkhead.vm.compiler.x64.Condition;
import org.bulkhead.vm.compiler.x64.Label;
import org.bulkhead.vm.compiler.x64.Memory;
import org.bulkhead.vm.compiler.x64.Register;
import org.bulkhead.vm.compiler.x64.Width;
import org.bulkhead.vm.runtime.LinkageKind;
import org.bulkhead.vm.runtime.layout.InitState;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.LabelNode;

/** The state of one method's compilation, and the steps that all emitters share: safepoints, runtime calls, initialisation checks. */
final class Emission {
    final VmMethod method;
    final CompilerEnvironment environment;
    final TypeSystem types;
    final MethodAnalysis analysis;
    final FrameLayout frame;
    final Assembler asm = new Assembler();
    final Moves moves = new Moves(asm);
    final Tables tables = new Tables(asm);
    final Stubs stubs = new Stubs(asm);
    final OperandStack stack;
    final Set<Use> uses = new LinkedHashSet<>();
    /** Where a synchronized method's returns go, with the result in the first home. */
    final Label unlockingExit = new Label();

    private final Map<LabelNode, Label> labels = new HashMap<>();
    private final Set<VmType> checkedInBlock = new HashSet<>();
    private AbstractInsnNode instruction;
    private AbstractInsnNode done;
    private int index;
    private int line;
    private Flow flow = Flow.CONTINUES;

    /** Whether control reaches the instruction behind the current one. */
    enum Flow { CONTINUES, ENDED }

    Emission(VmMethod method, CompilerEnvironment environment) {
        this.method = method;
        this.environment = environment;
        types = environment.types();
        analysis = new MethodAnalysis(method);
        frame = new FrameLayout(method);
        stack = new OperandStack(asm, moves, frame);
    }

    /** Names the instruction that the next code belongs to. */
    void begin(AbstractInsnNode current, int at) {
        instruction = current;
        index = at;
        stack.beginInstruction();
    }

    /** Notes that a later instruction was compiled together with the current one. */
    void fused(AbstractInsnNode later) {
        done = later;
    }

    /** Returns whether the instruction was compiled together with an earlier one. */
    boolean isFused(AbstractInsnNode node) {
        return node == done;
    }

    AbstractInsnNode instruction() {
        return instruction;
    }

    int index() {
        return index;
    }

    void line(int number) {
        line = number;
        tables.line(number);
    }

    Label label(LabelNode node) {
        return labels.computeIfAbsent(node, each -> new Label());
    }

    Flow flow() {
        return flow;
    }

    void flow(Flow now) {
        flow = now;
    }

    /** Forgets what held only in the block before. */
    void beginBlock() {
        checkedInBlock.clear();
        flow = Flow.CONTINUES;
    }

    /** Returns the locals that are not null throughout the method: the receiver, unless it is overwritten. */
    BitSet alwaysNonNull() {
        BitSet set = new BitSet();
        if (!method.isStatic() && !analysis.isStored(0) && !types.isUnboxed(method.owner().name())) {
            set.set(0);
        }
        return set;
    }

    /** Returns the slots of references that an exception handler in this method can still see. */
    BitSet faultMap() {
        BitSet map = analysis.referenceLocals(index);
        if (frame.hasMonitorSlot()) {
            map.set(frame.monitorSlot());
        }
        return map;
    }

    private BitSet callMap() {
        BitSet map = faultMap();
        map.or(stack.referenceHomes());
        return map;
    }

    /** Notes that a call just written returns here, with the operand stack as it is. */
    void safepoint() {
        tables.callReturns(callMap());
    }

    /** Notes that the next instruction accesses memory through {@code reference} and so checks it for null. */
    void nullChecked(Operand reference) {
        if (stack.nullness(reference) == Operand.Nullness.UNKNOWN) {
            tables.mayFault(faultMap());
            stack.markNonNull(reference);
        }
    }

    /** Notes that the next instruction may fault for another reason than null. */
    void mayFault() {
        tables.mayFault(faultMap());
    }

    static Operand hub(VmType type) {
        return new Operand.ImageObject(new Symbol.Hub(type));
    }

    static Operand literal(String value) {
        return new Operand.ImageObject(new Symbol.Literal(value));
    }

    Symbol runtime(RuntimeCall call) {
        return new Symbol.Code(environment.runtimeMethod(call));
    }

    /** Calls the runtime; no register keeps its value. */
    void call(RuntimeCall call, Operand... arguments) {
        passArguments(List.of(arguments));
        asm.call(runtime(call));
        safepoint();
    }

    /** Brings popped operands into the places of arguments and everything else out of the registers. */
    void passArguments(List<? extends Operand> arguments) {
        List<Operand> resolved = new ArrayList<>();
        arguments.forEach(each -> resolved.add(stack.resolve(each)));
        stack.spillAll();
        moves.arguments(resolved);
    }

    /** Pushes the result of a call, in rax or xmm0; nothing for a null kind. */
    void pushResult(Kind kind) {
        if (kind == null) {
            return;
        }
        Register register = kind.isFloating() ? Register.XMM0 : Register.RAX;
        if (kind == Kind.INT) {
            stack.markDirty(register);
        }
        stack.push(kind, register);
    }

    /** Calls a part of the runtime that throws; the block ends. */
    void callThrowing(RuntimeCall call, Operand... arguments) {
        call(call, arguments);
        asm.undefined();
        flow = Flow.ENDED;
    }

    /** Throws the error of a reference that cannot be resolved (see LinkageKind); the block ends. */
    void linkageError(int kind, String message) {
        callThrowing(RuntimeCall.THROW_LINKAGE, Operand.ofInt(kind), literal(kind == LinkageKind.NO_CLASS_DEF ? types.missing(message) : message));
    }

    /** Adds a stub for the current instruction. */
    Label stub(Runnable body) {
        return stubs.add(index, line, body);
    }

    /** If the condition holds, calls the runtime in a stub and comes back with all registers of the stack as they were. */
    void callIf(Condition condition, RuntimeCall call, Operand... arguments) {
        callIf(condition, null, call, arguments);
    }

    /** The same, with the int result in {@code result} (null for none). */
    void callIf(Condition condition, Register result, RuntimeCall call, Operand... arguments) {
        List<OperandStack.Survivor> survivors = stack.survivors();
        BitSet map = callMap();
        for (OperandStack.Survivor each : survivors) {
            if (each.kind() == Kind.REFERENCE && each.source() == OperandStack.Survivor.Source.ELEMENT) {
                map.set(each.slot());
            }
        }
        List<Operand> resolved = new ArrayList<>();
        for (Operand each : arguments) {
            resolved.add(stack.resolve(each));
        }
        Label back = new Label();
        asm.jump(condition, stub(() -> {
            for (OperandStack.Survivor each : survivors) {
                if (each.source() == OperandStack.Survivor.Source.ELEMENT) {
                    moves.store(each.kind(), FrameLayout.slot(each.slot()), each.register());
                }
            }
            moves.arguments(resolved);
            asm.call(runtime(call));
            tables.callReturns(map);
            if (result != null) {
                moves.copy(Kind.INT, result, Register.RAX);
            }
            for (OperandStack.Survivor each : survivors) {
                moves.load(each.kind(), each.register(), FrameLayout.slot(each.slot()));
            }
            asm.jump(back);
        }));
        asm.bind(back);
    }

    /** Lets other threads have their turn every so often, if the method does that at all. Keeps the operand stack. */
    void poll() {
        if (environment.polls(method)) {
            asm.decrement(Width.INT, Register.R15);
            callIf(Condition.SIGN, RuntimeCall.POLL);
        }
    }

    /** Triggers the initialisation of a class. Keeps the operand stack. */
    void initialize(VmType type) {
        uses.add(new Use.Initialization(type));
        boolean own = type == method.owner() && (method.isStatic() || method.isConstructor());
        if (!own && environment.needsInitializationCheck(type) && checkedInBlock.add(type)) {
            asm.alu(Alu.CMP, Width.INT, Memory.at(new Symbol.InitStateWord(type)), InitState.INITIALIZED);
            callIf(Condition.NOT_EQUAL, RuntimeCall.INITIALIZE_CLASS, hub(type));
        }
    }
}
