package org.bulkhead.vm.compiler.simple;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bulkhead.vm.compiler.analysis.Kind;
import org.bulkhead.vm.compiler.x64.Register;

/**
 * What is known of each register, apart from the elements of the operand stack in it.
 *
 * <p>A register may cache a local, which means that it equals the local's slot; it may be held by the current instruction, so that nobody gets it before
 * the next one; and it may be dirty: the upper half behind the int in it is not known to be 0.
 */
final class RegisterFile {
    private static final Register[] INTEGER_POOL = {Register.RAX, Register.RDX, Register.RCX, Register.RBX, Register.RSI, Register.RDI,
        Register.R8, Register.R9, Register.R12, Register.R13, Register.R14};
    private static final Register[] FLOAT_POOL = Arrays.copyOfRange(Register.values(), Register.XMM0.ordinal(), Register.XMM15.ordinal());

    private static final Register[] ALL = Register.values();

    private final Operand.Local[] cached = new Operand.Local[ALL.length];
    private int held;
    private int dirty;
    private int nextVictim;

    void beginInstruction() {
        held = 0;
    }

    /** Keeps the register from being claimed until the next instruction. */
    void hold(Register register) {
        held |= register.bit();
    }

    boolean isHeld(Register register) {
        return (held & register.bit()) != 0;
    }

    /** Makes a register free to be written by the current instruction. */
    Register claim(Register register) {
        cached[register.ordinal()] = null;
        dirty &= ~register.bit();
        hold(register);
        return register;
    }

    /**
     * Claims a register of the bank for that kind, one that caches no local if possible; returns null if all are held or taken.
     *
     * @param taken the registers that elements are in, as bits
     */
    Register claimAny(Kind kind, int taken) {
        Register[] pool = kind.isFloating() ? FLOAT_POOL : INTEGER_POOL;
        for (Register register : pool) {
            if (cached[register.ordinal()] == null && ((held | taken) & register.bit()) == 0) {
                return claim(register);
            }
        }
        for (int i = 0; i < pool.length; i++) {
            Register register = pool[(nextVictim + i) % pool.length];
            if (((held | taken) & register.bit()) == 0) {
                nextVictim = (nextVictim + i + 1) % pool.length;
                return claim(register);
            }
        }
        return null;
    }

    /** Returns the register that caches the local, or null. */
    Register caching(Operand.Local local) {
        for (Register register : ALL) {
            Operand.Local each = cached[register.ordinal()];
            if (each != null && each.index() == local.index() && each.kind() == local.kind()) {
                return register;
            }
        }
        return null;
    }

    /** Returns the local that the register caches, or null. */
    Operand.Local cachedIn(Register register) {
        return cached[register.ordinal()];
    }

    /** Notes that the register equals the local's slot. */
    void cache(Register register, Operand.Local local) {
        cached[register.ordinal()] = local;
    }

    /** Notes that the local changes. */
    void forget(int local) {
        for (int i = 0; i < cached.length; i++) {
            if (cached[i] != null && cached[i].index() == local) {
                cached[i] = null;
            }
        }
    }

    /** Notes that all registers change. */
    void forgetAll() {
        Arrays.fill(cached, null);
        dirty = 0;
    }

    void markDirty(Register register) {
        dirty |= register.bit();
    }

    void markClean(Register register) {
        dirty &= ~register.bit();
    }

    boolean isDirty(Register register) {
        return (dirty & register.bit()) != 0;
    }

    /** Returns the registers that cache a local. */
    List<Register> caching() {
        List<Register> all = new ArrayList<>();
        for (Register register : ALL) {
            if (cached[register.ordinal()] != null) {
                all.add(register);
            }
        }
        return all;
    }
}
