package org.bulkhead.vm.compiler.simple;

import java.util.ArrayList;
import java.util.List;
import org.bulkhead.vm.compiler.analysis.Kind;
import org.bulkhead.vm.compiler.x64.Access;
import org.bulkhead.vm.compiler.x64.Assembler;
import org.bulkhead.vm.compiler.x64.Memory;
import org.bulkhead.vm.compiler.x64.Precision;
import org.bulkhead.vm.compiler.x64.Register;
import org.bulkhead.vm.compiler.x64.Width;

/** Moves values of any kind between registers, frame slots and arguments. Uses the scratch registers and changes no flags. */
final class Moves {
    /** Never holds a value between two instructions. */
    static final Register SCRATCH = Register.R11;
    /** The scratch register for floating-point values. */
    static final Register FLOAT_SCRATCH = Register.XMM15;

    private final Assembler asm;

    Moves(Assembler asm) {
        this.asm = asm;
    }

    static Width width(Kind kind) {
        return kind.isWide() ? Width.LONG : Width.INT;
    }

    static Precision precision(Kind kind) {
        return kind == Kind.DOUBLE ? Precision.DOUBLE : Precision.SINGLE;
    }

    void load(Kind kind, Register to, Memory from) {
        if (kind.isFloating()) {
            asm.load(precision(kind), to, from);
        } else {
            asm.load(kind.isWide() ? Access.LONG : Access.INT, to, from);
        }
    }

    /** Stores to a frame slot: all 64 bits of a reference, so that the upper half is 0. */
    void store(Kind kind, Memory slot, Register from) {
        if (kind.isFloating()) {
            asm.store(precision(kind), slot, from);
        } else {
            asm.store(kind == Kind.INT ? Access.INT : Access.LONG, slot, from);
        }
    }

    void copy(Kind kind, Register to, Register from) {
        if (to == from) {
            return;
        }
        if (kind.isFloating()) {
            asm.move(to, from);
        } else {
            asm.move(width(kind), to, from);
        }
    }

    /** Loads a value that is not in a register that someone else knows of. */
    void load(Operand value, Register to) {
        if (value instanceof Operand.InRegister from) {
            copy(from.kind(), to, from.register());
        } else if (value instanceof Operand.Constant constant) {
            loadConstant(constant, to);
        } else if (value instanceof Operand.ImageObject object) {
            asm.move(to, object.symbol());
        } else {
            load(value.kind(), to, memory(value));
        }
    }

    private void loadConstant(Operand.Constant constant, Register to) {
        switch (constant.kind()) {
            case INT, REFERENCE -> asm.move(to, constant.bits() & 0xFFFF_FFFFL);
            case LONG, WORD -> asm.move(to, constant.bits());
            case FLOAT, DOUBLE -> {
                if (constant.bits() == 0) {
                    asm.xor(to, to);
                } else {
                    asm.move(SCRATCH, constant.kind() == Kind.FLOAT ? constant.bits() & 0xFFFF_FFFFL : constant.bits());
                    asm.moveBits(width(constant.kind()), to, SCRATCH);
                }
            }
        }
    }

    /** Returns the slot of a local or of an element in its home, null for anything else. */
    static Memory memory(Operand value) {
        return value instanceof Operand.Local local ? FrameLayout.slot(local.index())
            : value instanceof Operand.InSlot home ? FrameLayout.slot(home.slot()) : null;
    }

    /** Stores any value to a frame slot or an outgoing argument. */
    void store(Operand value, Memory slot) {
        Kind kind = value.kind();
        if (value instanceof Operand.InRegister from) {
            store(kind, slot, from.register());
        } else if (value instanceof Operand.ImageObject object) {
            asm.store(Access.LONG, slot, object.symbol());
        } else if (value instanceof Operand.Constant constant && (constant.bits() == (int) constant.bits() || kind == Kind.FLOAT)) {
            asm.store(kind == Kind.INT || kind == Kind.FLOAT ? Access.INT : Access.LONG, slot, (int) constant.bits());
        } else {
            // The bits are enough, also of floating-point values.
            Kind bits = kind == Kind.DOUBLE ? Kind.LONG : kind == Kind.FLOAT ? Kind.INT : kind;
            if (value instanceof Operand.Constant constant) {
                asm.move(SCRATCH, constant.bits());
            } else {
                load(bits, SCRATCH, memory(value));
            }
            store(bits, slot, SCRATCH);
        }
    }

    /**
     * Moves all arguments to their places at once.
     *
     * @param values where they are now; a local that is also in a register must be given as the register
     */
    void arguments(List<? extends Operand> values) {
        ArgumentLocations places = new ArgumentLocations();
        List<Register> targets = new ArrayList<>();
        for (Operand value : values) {
            ArgumentLocations.Location place = places.next(value.kind());
            targets.add(place.register());
            if (place.register() == null) {
                store(value, FrameLayout.outgoing(place.word()));
            }
        }
        toRegisters(values, targets);
    }

    /** Moves all values to registers at once; those with a null target are left out. */
    void toRegisters(List<? extends Operand> values, List<Register> targets) {
        moveRegisters(values, targets);
        for (int i = 0; i < values.size(); i++) {
            if (targets.get(i) != null && !(values.get(i) instanceof Operand.InRegister)) {
                load(values.get(i), targets.get(i));
            }
        }
    }

    private void moveRegisters(List<? extends Operand> values, List<Register> targets) {
        List<Kind> kinds = new ArrayList<>();
        List<Register> from = new ArrayList<>();
        List<Register> to = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            if (targets.get(i) != null && values.get(i) instanceof Operand.InRegister source && source.register() != targets.get(i)) {
                kinds.add(source.kind());
                from.add(source.register());
                to.add(targets.get(i));
            }
        }
        while (!to.isEmpty()) {
            int free = 0;
            while (free < to.size() && from.contains(to.get(free))) {
                free++;
            }
            if (free == to.size()) {
                // Only cycles are left: park one source, so that its register becomes a free target.
                Register parked = from.get(0);
                Register parking = parked.isXmm() ? FLOAT_SCRATCH : SCRATCH;
                copy(kinds.get(0).isFloating() ? kinds.get(0) : Kind.LONG, parking, parked);
                from.replaceAll(register -> register == parked ? parking : register);
            } else {
                copy(kinds.get(free), to.get(free), from.get(free));
                kinds.remove(free);
                from.remove(free);
                to.remove(free);
            }
        }
    }
}
