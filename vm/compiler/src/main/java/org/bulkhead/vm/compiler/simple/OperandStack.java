package org.bulkhead.vm.compiler.simple;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.bulkhead.vm.compiler.analysis.Kind;
import org.bulkhead.vm.compiler.x64.Alu;
import org.bulkhead.vm.compiler.x64.Assembler;
import org.bulkhead.vm.compiler.x64.Memory;
import org.bulkhead.vm.compiler.x64.Register;
import org.bulkhead.vm.compiler.x64.Width;

/**
 * The operand stack at compile time: where its elements are, and how they get where an instruction wants them.
 *
 * <p>Invariants: a register that an element is in is never written; a register that caches a local equals the local's slot. A register that was
 * popped or allocated is held: {@link #allocate} does not give it away until {@link #beginInstruction}.
 */
final class OperandStack {
    private final Assembler asm;
    private final Moves moves;
    private final FrameLayout frame;
    private final List<Operand> elements = new ArrayList<>();
    private final RegisterFile registers = new RegisterFile();
    private final BitSet nonNullLocals = new BitSet();

    /** A register that must survive a stub's call, and the slot from which it is loaded again. */
    record Survivor(Kind kind, Register register, int slot, Source source) {
        /** What the register holds. */
        enum Source {
            /** An element of the stack, which the stub must store first. */
            ELEMENT,
            /** A local, which is in its slot anyway. */
            LOCAL
        }
    }

    OperandStack(Assembler asm, Moves moves, FrameLayout frame) {
        this.asm = asm;
        this.moves = moves;
        this.frame = frame;
    }

    void beginInstruction() {
        registers.beginInstruction();
    }

    int depth() {
        return elements.size();
    }

    void push(Operand element) {
        elements.add(element);
    }

    void push(Kind kind, Register register) {
        elements.add(Operand.in(kind, register));
    }

    Operand pop() {
        Operand top = elements.remove(elements.size() - 1);
        if (top instanceof Operand.InRegister in) {
            registers.hold(in.register());
        }
        return top;
    }

    /** Pops {@code count} elements and returns them, the deepest first. */
    List<Operand> pop(int count) {
        List<Operand> popped = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            popped.add(0, pop());
        }
        return popped;
    }

    /** Returns the element {@code fromTop} below the top. */
    Operand peek(int fromTop) {
        return elements.get(elements.size() - 1 - fromTop);
    }

    /** Returns the registers that elements are in, as bits. */
    private int taken() {
        int taken = 0;
        for (Operand each : elements) {
            if (each instanceof Operand.InRegister in) {
                taken |= in.register().bit();
            }
        }
        return taken;
    }

    private boolean isElement(Register register) {
        return (taken() & register.bit()) != 0;
    }

    /** Returns a register of the bank for that kind, free to be written; the deepest element makes room if there is no other way. */
    Register allocate(Kind kind) {
        Register free = registers.claimAny(kind, taken());
        if (free != null) {
            return free;
        }
        for (Operand each : elements) {
            if (each instanceof Operand.InRegister in && in.register().isXmm() == kind.isFloating() && !registers.isHeld(in.register())) {
                spill(in.register());
                return registers.claim(in.register());
            }
        }
        throw new IllegalStateException("one instruction needs more registers than there are");
    }

    private void spill(Register register) {
        for (int i = 0; i < elements.size(); i++) {
            if (elements.get(i) instanceof Operand.InRegister in && in.register() == register) {
                storeHome(i);
            }
        }
    }

    private void storeHome(int depth) {
        Operand element = resolve(elements.get(depth));
        int home = frame.home(depth);
        if (element instanceof Operand.InSlot in && in.slot() == home) {
            return;
        }
        moves.store(element, FrameLayout.slot(home));
        elements.set(depth, new Operand.InSlot(element.kind(), home));
    }

    /** Makes one particular register free to be written; elements in it move to their homes. Popped operands in it are the caller's business. */
    Register claimFixed(Register register) {
        spill(register);
        return registers.claim(register);
    }

    /** Returns the operand, or the register that caches it if it is a local. */
    Operand resolve(Operand operand) {
        if (operand instanceof Operand.Local local) {
            Register register = registers.caching(local);
            if (register != null) {
                return new Operand.InRegister(local.kind(), register, nullness(local));
            }
        }
        return operand;
    }

    /** Returns a register that holds the operand and must not be written. */
    Register toRegister(Operand operand) {
        Operand resolved = resolve(operand);
        if (resolved instanceof Operand.InRegister in) {
            registers.hold(in.register());
            return in.register();
        }
        Register register = allocate(operand.kind());
        moves.load(resolved, register);
        if (operand instanceof Operand.Local local) {
            registers.cache(register, local);
        }
        return register;
    }

    /** Returns a register that holds a popped operand and may be written; {@code others} are popped operands that are read after that. */
    Register toOwned(Operand operand, Operand... others) {
        if (operand instanceof Operand.InRegister in && !isElement(in.register()) && !isAmong(in.register(), others)) {
            boolean wasDirty = registers.isDirty(in.register());
            registers.claim(in.register());
            if (wasDirty) {
                registers.markDirty(in.register());
            }
            return in.register();
        }
        Operand resolved = resolve(operand);
        Register register = allocate(operand.kind());
        moves.load(resolved, register);
        return register;
    }

    private static boolean isAmong(Register register, Operand... operands) {
        for (Operand each : operands) {
            if (each instanceof Operand.InRegister in && in.register() == register) {
                return true;
            }
        }
        return false;
    }

    /** Returns a register with an int whose upper half is 0. */
    Register toIndex(Operand operand) {
        Register register = toRegister(operand);
        if (registers.isDirty(register)) {
            asm.move(Width.INT, register, register);
            registers.markClean(register);
        }
        return register;
    }

    /** Loads the element {@code fromTop} below the top into a register but leaves it on the stack. */
    Register topToRegister(int fromTop) {
        int at = elements.size() - 1 - fromTop;
        Operand element = elements.get(at);
        Register register = toRegister(element);
        if (!(element instanceof Operand.InRegister)) {
            elements.set(at, new Operand.InRegister(element.kind(), register, nullness(element)));
        }
        return register;
    }

    /** Notes that the register's upper half is not known though it holds an int. */
    void markDirty(Register register) {
        registers.markDirty(register);
    }

    /** Notes that a parameter is still in the register in which it came, besides its slot. */
    void noteParameter(Register register, Operand.Local local) {
        registers.cache(register, local);
        if (local.kind() == Kind.INT) {
            markDirty(register);
        }
    }

    /** Returns the memory that holds the operand, null if it is elsewhere or a register has it too. */
    Memory memory(Operand operand) {
        return Moves.memory(resolve(operand));
    }

    /** Combines a register with any operand of an integer kind or reference. */
    void alu(Alu op, Width width, Register to, Operand operand) {
        Memory memory = memory(operand);
        if (operand instanceof Operand.Constant constant && constant.isImmediate()) {
            asm.alu(op, width, to, (int) constant.bits());
        } else if (memory != null) {
            asm.alu(op, width, to, memory);
        } else {
            asm.alu(op, width, to, toRegister(operand));
        }
    }

    /** Gives elements that stand for the local a register of their own, and forgets what is known of the local: it is about to change. */
    void beforeStore(int local) {
        for (int i = 0; i < elements.size(); i++) {
            if (elements.get(i) instanceof Operand.Local deferred && deferred.index() == local) {
                elements.set(i, new Operand.InRegister(deferred.kind(), toRegister(deferred), nullness(deferred)));
            }
        }
        registers.forget(local);
        nonNullLocals.clear(local);
    }

    /** Stores a popped value to a local. */
    void storeLocal(int index, Operand value) {
        if (value instanceof Operand.Local same && same.index() == index) {
            return;
        }
        Operand.Nullness nullness = nullness(value);
        Operand source = value;
        if (Moves.memory(resolve(value)) != null) {
            source = Operand.in(value.kind(), toRegister(value));
        }
        source = resolve(source);
        beforeStore(index);
        moves.store(source, FrameLayout.slot(index));
        if (source instanceof Operand.InRegister in) {
            registers.cache(in.register(), new Operand.Local(value.kind(), index));
        }
        if (nullness == Operand.Nullness.NON_NULL) {
            nonNullLocals.set(index);
        }
    }

    /** Adds to an int local. */
    void increment(int index, int amount) {
        Operand.Local local = new Operand.Local(Kind.INT, index);
        Register register = registers.caching(local);
        if (register != null && !isElement(register)) {
            registers.hold(register);
            for (int i = 0; i < elements.size(); i++) {
                if (elements.get(i).equals(local)) {
                    Register copy = allocate(Kind.INT);
                    asm.move(Width.INT, copy, register);
                    elements.set(i, Operand.in(Kind.INT, copy));
                }
            }
            asm.alu(Alu.ADD, Width.INT, register, amount);
            beforeStore(index);
            registers.markClean(register);
            moves.store(Kind.INT, FrameLayout.slot(index), register);
            registers.cache(register, local);
        } else {
            beforeStore(index);
            asm.alu(Alu.ADD, Width.INT, FrameLayout.slot(index), amount);
        }
    }

    /** Returns what is known of a reference. */
    Operand.Nullness nullness(Operand operand) {
        boolean nonNull = operand instanceof Operand.ImageObject
            || operand instanceof Operand.InRegister in && in.nullness() == Operand.Nullness.NON_NULL
            || operand instanceof Operand.Local local && nonNullLocals.get(local.index());
        return nonNull ? Operand.Nullness.NON_NULL : Operand.Nullness.UNKNOWN;
    }

    /** Notes that a reference is not null from here on. */
    void markNonNull(Operand operand) {
        if (operand instanceof Operand.Local local) {
            nonNullLocals.set(local.index());
        }
        if (operand instanceof Operand.InRegister in) {
            Operand.Local local = registers.cachedIn(in.register());
            if (local != null) {
                nonNullLocals.set(local.index());
            }
            elements.replaceAll(each -> each.equals(operand)
                ? new Operand.InRegister(in.kind(), in.register(), Operand.Nullness.NON_NULL) : each);
        }
    }

    /** Writes every element to its home: what holds at every label. Changes no flags. */
    void flush() {
        for (int i = 0; i < elements.size(); i++) {
            storeHome(i);
        }
    }

    /** Writes elements that are in registers to their homes and forgets all registers: a call follows. */
    void spillAll() {
        for (int i = 0; i < elements.size(); i++) {
            if (elements.get(i) instanceof Operand.InRegister) {
                storeHome(i);
            }
        }
        registers.forgetAll();
    }

    /** Begins an exception handler that is nothing else: the exception is the only element. */
    void enterHandler(Register exception, BitSet nonNull) {
        enterBlock(List.of(), nonNull);
        elements.add(new Operand.InRegister(Kind.REFERENCE, exception, Operand.Nullness.NON_NULL));
    }

    /** Begins a block: elements are in their homes, nothing else is known. */
    void enterBlock(List<Kind> kinds, BitSet nonNull) {
        elements.clear();
        for (int i = 0; i < kinds.size(); i++) {
            elements.add(new Operand.InSlot(kinds.get(i), frame.home(i)));
        }
        registers.forgetAll();
        nonNullLocals.clear();
        nonNullLocals.or(nonNull);
    }

    /** Returns the slots of elements that are in their homes and are references. */
    BitSet referenceHomes() {
        BitSet slots = new BitSet();
        for (Operand each : elements) {
            if (each instanceof Operand.InSlot in && in.kind() == Kind.REFERENCE) {
                slots.set(in.slot());
            }
        }
        return slots;
    }

    /** Returns the registers that a stub's call must keep. */
    List<Survivor> survivors() {
        List<Survivor> survivors = new ArrayList<>();
        for (int i = 0; i < elements.size(); i++) {
            if (elements.get(i) instanceof Operand.InRegister in) {
                survivors.add(new Survivor(in.kind(), in.register(), frame.home(i), Survivor.Source.ELEMENT));
            }
        }
        for (Register register : registers.caching()) {
            if (!isElement(register)) {
                Operand.Local local = registers.cachedIn(register);
                survivors.add(new Survivor(local.kind(), register, local.index(), Survivor.Source.LOCAL));
            }
        }
        return survivors;
    }
}
