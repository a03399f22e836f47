package org.bulkhead.vm.compiler.simple;

import org.bulkhead.vm.compiler.analysis.Kind;
import org.bulkhead.vm.compiler.x64.Access;
import org.bulkhead.vm.compiler.x64.Alu;
import org.bulkhead.vm.compiler.x64.Assembler;
import org.bulkhead.vm.compiler.x64.Condition;
import org.bulkhead.vm.compiler.x64.Memory;
import org.bulkhead.vm.compiler.x64.Register;
import org.bulkhead.vm.compiler.x64.Shift;
import org.bulkhead.vm.compiler.x64.Width;

/** Integer arithmetic on operands of the kinds INT and LONG (and WORD, which is computed like LONG). */
final class ArithmeticEmitter {
    /** Which result of a division is wanted. */
    enum Division { QUOTIENT, REMAINDER }

    private static final int MINUS_ONE = -1;

    private final Emission e;
    private final Assembler asm;
    private final OperandStack stack;

    ArithmeticEmitter(Emission emission) {
        e = emission;
        asm = emission.asm;
        stack = emission.stack;
    }

    /** Pops two operands and pushes the result of ADD, SUB, AND, OR or XOR. */
    void binary(Kind kind, Alu op) {
        Operand right = stack.pop();
        Operand left = stack.pop();
        if (left instanceof Operand.Constant a && right instanceof Operand.Constant b && fold(kind, op, a.bits(), b.bits()) instanceof Operand.Constant folded) {
            stack.push(folded);
            return;
        }
        boolean commutes = op != Alu.SUB;
        boolean rightIsRegister = right instanceof Operand.InRegister;
        if (commutes && (left instanceof Operand.Constant || rightIsRegister && !(left instanceof Operand.InRegister))) {
            Operand swapped = left;
            left = right;
            right = swapped;
        }
        Width width = Moves.width(kind);
        Register inPlace = left instanceof Operand.Local ? registerOf(left) : null;
        if (inPlace != null && op != Alu.AND && op != Alu.OR && op != Alu.XOR && right instanceof Operand.Constant constant && constant.isImmediate()
            && constant.bits() != Integer.MIN_VALUE) {
            // lea keeps the register that caches the local.
            Register result = stack.allocate(kind);
            int displacement = (int) (op == Alu.ADD ? constant.bits() : -constant.bits());
            asm.loadAddress(width, result, Memory.at(inPlace, displacement));
            stack.push(kind, result);
            return;
        }
        Register result = stack.toOwned(left, right);
        stack.alu(op, width, result, right);
        stack.push(kind, result);
    }

    /** Returns the result of an operation on constants, or null for one that is left to the processor. */
    private static Operand fold(Kind kind, Alu op, long left, long right) {
        long bits;
        switch (op) {
            case ADD -> bits = left + right;
            case SUB -> bits = left - right;
            case AND -> bits = left & right;
            case OR -> bits = left | right;
            case XOR -> bits = left ^ right;
            default -> {
                return null;
            }
        }
        return new Operand.Constant(kind, kind == Kind.INT ? (int) bits : bits);
    }

    private Register registerOf(Operand operand) {
        return stack.resolve(operand) instanceof Operand.InRegister in ? stack.toRegister(operand) : null;
    }

    void multiply(Kind kind) {
        Operand right = stack.pop();
        Operand left = stack.pop();
        if (left instanceof Operand.Constant) {
            Operand swapped = left;
            left = right;
            right = swapped;
        }
        Width width = Moves.width(kind);
        if (right instanceof Operand.Constant constant && constant.isImmediate()) {
            int factor = (int) constant.bits();
            if (factor > 0 && Integer.bitCount(factor) == 1) {
                Register result = stack.toOwned(left);
                if (factor != 1) {
                    asm.shift(Shift.LEFT, width, result, Integer.numberOfTrailingZeros(factor));
                }
                stack.push(kind, result);
            } else {
                Register source = stack.toRegister(left);
                Register result = stack.allocate(kind);
                asm.multiply(width, result, source, factor);
                stack.push(kind, result);
            }
            return;
        }
        Register result = stack.toOwned(left, right);
        Memory memory = stack.memory(right);
        if (memory != null) {
            asm.multiply(width, result, memory);
        } else {
            asm.multiply(width, result, stack.toRegister(right));
        }
        stack.push(kind, result);
    }

    void divide(Kind kind, Division wanted) {
        Operand right = stack.pop();
        Operand left = stack.pop();
        if (right instanceof Operand.Constant constant && constant.bits() > 0 && constant.isImmediate() && Long.bitCount(constant.bits()) == 1) {
            divideByPowerOfTwo(kind, wanted, left, Long.numberOfTrailingZeros(constant.bits()));
            return;
        }
        Width width = Moves.width(kind);
        Operand dividend = stack.resolve(left);
        Operand divisor = stack.resolve(right);
        Register by;
        if (divisor instanceof Operand.InRegister in && in.register() != Register.RAX && in.register() != Register.RDX) {
            by = in.register();
        } else {
            by = Moves.SCRATCH;
            e.moves.load(divisor, by);
        }
        stack.claimFixed(Register.RAX);
        stack.claimFixed(Register.RDX);
        e.moves.load(dividend, Register.RAX);
        Register result = wanted == Division.QUOTIENT ? Register.RAX : Register.RDX;
        if (right instanceof Operand.Constant constant && constant.bits() != 0 && constant.bits() != MINUS_ONE) {
            asm.signExtendRax(width);
            asm.divide(width, by);
        } else {
            // The smallest number divided by -1 overflows, which the processor takes for an error: Java wants the negated dividend, remainder 0.
            asm.alu(Alu.CMP, width, by, MINUS_ONE);
            int notMinusOne = asm.skip(Condition.NOT_EQUAL);
            if (wanted == Division.QUOTIENT) {
                asm.negate(width, Register.RAX);
            } else {
                asm.clear(Register.RDX);
            }
            int done = asm.skip();
            asm.land(notMinusOne);
            asm.signExtendRax(width);
            e.mayFault();
            asm.divide(width, by);
            asm.land(done);
        }
        stack.push(kind, result);
    }

    private void divideByPowerOfTwo(Kind kind, Division wanted, Operand left, int log) {
        Width width = Moves.width(kind);
        int bits = width == Width.INT ? Integer.SIZE : Long.SIZE;
        Register value = stack.toOwned(left);
        if (log == 0) {
            if (wanted == Division.REMAINDER) {
                asm.clear(value);
            }
            stack.push(kind, value);
            return;
        }
        // Adding divisor - 1 to negative dividends makes the shift round towards zero.
        Register bias = stack.allocate(kind);
        asm.move(width, bias, value);
        asm.shift(Shift.ARITHMETIC_RIGHT, width, bias, bits - 1);
        asm.shift(Shift.LOGICAL_RIGHT, width, bias, bits - log);
        asm.alu(Alu.ADD, width, bias, value);
        if (wanted == Division.QUOTIENT) {
            asm.shift(Shift.ARITHMETIC_RIGHT, width, bias, log);
            stack.push(kind, bias);
        } else {
            asm.shift(Shift.ARITHMETIC_RIGHT, width, bias, log);
            asm.shift(Shift.LEFT, width, bias, log);
            asm.alu(Alu.SUB, width, value, bias);
            stack.push(kind, value);
        }
    }

    void negate(Kind kind) {
        Register result = stack.toOwned(stack.pop());
        asm.negate(Moves.width(kind), result);
        stack.push(kind, result);
    }

    void shift(Kind kind, Shift op) {
        Operand count = stack.pop();
        Operand value = stack.pop();
        Width width = Moves.width(kind);
        if (count instanceof Operand.Constant constant) {
            Register result = stack.toOwned(value);
            asm.shift(op, width, result, (int) constant.bits() & (width == Width.INT ? Integer.SIZE - 1 : Long.SIZE - 1));
            stack.push(kind, result);
            return;
        }
        Operand from = stack.resolve(value);
        e.moves.load(stack.resolve(count), Moves.SCRATCH);
        if (from instanceof Operand.InRegister in && in.register() == Register.RCX) {
            Register copy = stack.allocate(kind);
            e.moves.copy(kind, copy, Register.RCX);
            from = Operand.in(kind, copy);
        }
        stack.claimFixed(Register.RCX);
        Register result = stack.toOwned(from);
        asm.move(Width.INT, Register.RCX, Moves.SCRATCH);
        asm.shiftByCl(op, width, result);
        stack.push(kind, result);
    }

    /** lcmp: -1, 0 or 1. */
    void compareLongs() {
        Operand right = stack.pop();
        Operand left = stack.pop();
        Register a = stack.toRegister(left);
        Register less = stack.allocate(Kind.INT);
        Register greater = stack.allocate(Kind.INT);
        stack.alu(Alu.CMP, Width.LONG, a, right);
        asm.set(Condition.LESS, less);
        asm.set(Condition.GREATER, greater);
        asm.alu(Alu.SUB, Width.INT, greater, less);
        stack.push(Kind.INT, greater);
    }

    /** i2b, i2c, i2s. */
    void narrow(Access access) {
        Register source = stack.toRegister(stack.pop());
        Register result = stack.allocate(Kind.INT);
        asm.extend(access, result, source);
        stack.push(Kind.INT, result);
    }

    void intToLong() {
        Operand value = stack.pop();
        if (value instanceof Operand.Constant constant) {
            stack.push(Operand.ofLong(constant.bits()));
            return;
        }
        Register result = stack.allocate(Kind.LONG);
        Memory memory = stack.memory(value);
        if (memory != null) {
            asm.signExtend(result, memory);
        } else {
            asm.signExtend(result, stack.toRegister(value));
        }
        stack.push(Kind.LONG, result);
    }

    void longToInt() {
        Operand value = stack.pop();
        Register result;
        if (value instanceof Operand.InRegister) {
            result = stack.toOwned(value);
            asm.move(Width.INT, result, result);
        } else {
            Operand resolved = stack.resolve(value);
            result = stack.allocate(Kind.INT);
            if (resolved instanceof Operand.InRegister in) {
                asm.move(Width.INT, result, in.register());
            } else if (resolved instanceof Operand.Constant constant) {
                asm.move(result, constant.bits() & 0xFFFF_FFFFL);
            } else {
                asm.load(Access.INT, result, Moves.memory(resolved));
            }
        }
        stack.push(Kind.INT, result);
    }
}
