package org.bulkhead.builder.interpret;

import static java.lang.Double.doubleToRawLongBits;
import static java.lang.Double.longBitsToDouble;
import static java.lang.Float.floatToRawIntBits;
import static java.lang.Float.intBitsToFloat;

import org.bulkhead.vm.linker.heap.ImageHeap;
import org.objectweb.asm.Opcodes;

/**
 * The stack of interpreted frames and the loop that executes instructions.
 *
 * <p>A frame is {@code [locals][operand stack]}; the arguments that a caller pushed are the first locals of the callee. {@link #run} must stay below 8,000 bytes of
 * bytecode: HotSpot never compiles longer methods, which would make the interpreter twenty times slower. What is rare or long is therefore done by {@link Operations}.
 */
final class Execution {
    private static final int STACK_SLOTS = 1 << 20;
    private static final int RESERVED_SLOTS = 1 << 12;
    /** Most nested calls; {@link DeepStack} bears as many. */
    private static final int MAX_DEPTH = 15_000;
    /** Calls that may be added to the deepest, to make and construct the StackOverflowError. */
    private static final int RESERVE = 100;
    private static final int SHOWN_CALLS = 30;

    private final ImageHeap heap;
    private final Operations operations;
    private final Interpreter interpreter;
    private final long[] stack = new long[STACK_SLOTS];
    private final Code[] callees = new Code[MAX_DEPTH + RESERVE + 1];
    private final Instruction[] calls = new Instruction[MAX_DEPTH + RESERVE + 1];
    private final Monitors monitors = new Monitors();
    private int depth;
    private int maxDepth = MAX_DEPTH;
    /** First slot above the frame of the method that runs: where calls from the interpreter itself may put arguments. */
    private int top;

    Execution(Interpreter interpreter, Operations operations) {
        this.interpreter = interpreter;
        this.heap = interpreter.heap();
        this.operations = operations;
    }

    /** Calls a method with arguments given as slots, from outside or from the implementation of a native method. */
    long call(Code code, long[] arguments) {
        return depth == 0 ? DeepStack.run(() -> callHere(code, arguments)) : callHere(code, arguments);
    }

    private long callHere(Code code, long[] arguments) {
        int first = top;
        int savedDepth = depth;
        System.arraycopy(arguments, 0, stack, first, arguments.length);
        top = first + arguments.length;
        try {
            return enter(code, first, null);
        } finally {
            top = first;
            depth = savedDepth;
        }
    }

    /** Returns the calls under way, innermost first; of many, the innermost {@link #SHOWN_CALLS}. */
    String path() {
        StringBuilder path = new StringBuilder();
        for (int i = depth; i > 0 && i > depth - SHOWN_CALLS; i--) {
            path.append(path.length() == 0 ? "" : " <- ").append(callees[i].describe(i < depth ? calls[i + 1] : null));
        }
        return depth > SHOWN_CALLS ? path + " <- " + (depth - SHOWN_CALLS) + " more" : path.toString();
    }

    /** Returns the method that runs {@code frames} calls out from the innermost, or null. */
    Code caller(int frames) {
        return depth - frames > 0 ? callees[depth - frames] : null;
    }

    /** Executes the call at {@code at} whose arguments end at {@code sp}, and returns the new {@code sp}. */
    private int call(Instruction at, int sp) {
        CallSite site = (CallSite) at.operand;
        int first = sp - site.argumentSlots;
        Code target = site.direct;
        switch (site.dispatch) {
            case STATIC -> {
                if (!site.owner.isInitialized()) {
                    interpreter.initialize(site.owner);
                }
            }
            case DIRECT -> operations.checkNotNull(stack[first]);
            default -> {
                int receiver = (int) stack[first];
                operations.checkNotNull(receiver);
                int type = heap.getInt(receiver, 0);
                if (type != site.lastReceiver) {
                    site.lastTarget = interpreter.select(receiver, site.method);
                    site.lastReceiver = type;
                }
                target = site.lastTarget;
            }
        }
        int saved = top;
        long result = enter(target, first, at);
        top = saved;
        switch (site.resultSlots) {
            case 0 -> { }
            case 1 -> stack[first++] = result;
            default -> {
                stack[first] = result;
                first += 2;
            }
        }
        return first;
    }

    private long enter(Code code, int first, Instruction at) {
        if (depth >= maxDepth || first + code.localSlots + code.stackSlots >= STACK_SLOTS - RESERVED_SLOTS) {
            throw stackOverflow();
        }
        calls[depth + 1] = at;
        if (code.implementation != null) {
            callees[++depth] = code;
            long result = code.implementation.call(interpreter, stack, first);
            depth--;
            return result;
        }
        if (code.instructions == null) {
            operations.prepare(code);
        }
        if (!code.method.isSynchronized()) {
            return run(code, first);
        }
        int lock = code.method.isStatic() ? heap.mirror(code.method.owner()) : (int) stack[first];
        monitors.enter(lock);
        try {
            return run(code, first);
        } finally {
            monitors.exit(lock);
        }
    }

    private InterpretedException stackOverflow() {
        maxDepth = MAX_DEPTH + RESERVE;
        try {
            return operations.thrown("java/lang/StackOverflowError", null);
        } finally {
            maxDepth = MAX_DEPTH;
        }
    }

    boolean holdsLock(int object) {
        return monitors.isHeld(object);
    }

    private void exitMonitor(int object) {
        if (!monitors.exit(object)) {
            throw operations.thrown("java/lang/IllegalMonitorStateException", null);
        }
    }

    private int handle(Code code, int at, InterpretedException exception) {
        for (Code.Handler each : code.handlers) {
            if (at >= each.start() && at < each.end() && (each.type() == null || operations.isInstance(exception.throwable(), each.type()))) {
                return each.target();
            }
        }
        throw exception;
    }

    private long run(Code code, int base) {
        final int frame = ++depth;
        callees[frame] = code;
        final int bottom = base + code.localSlots;
        final int limit = bottom + code.stackSlots;
        final long[] s = stack;
        final ImageHeap h = heap;
        final Operations ops = operations;
        final Instruction[] instructions = code.instructions;
        int pc = 0;
        int sp = bottom;
        top = limit;
        while (true) {
            try {
                while (true) {
                    Instruction in = instructions[pc++];
                    switch (in.op) {
                        case Opcodes.NOP -> { }
                        case Op.PUSH -> s[sp++] = in.a;
                        case Op.PUSH_WIDE -> { s[sp] = in.wide; sp += 2; }
                        case Op.LOAD -> s[sp++] = s[base + in.a];
                        case Op.LOAD_WIDE -> { s[sp] = s[base + in.a]; sp += 2; }
                        case Op.STORE -> s[base + in.a] = s[--sp];
                        case Op.STORE_WIDE -> s[base + in.a] = s[sp -= 2];
                        case Opcodes.IINC -> s[base + in.a] = (int) s[base + in.a] + in.b;

                        case Op.LOAD_4 -> { sp--; s[sp - 1] = h.getInt(ops.element4(s[sp - 1], s[sp]), 0); }
                        case Op.LOAD_8 -> s[sp - 2] = h.getLong(ops.element8(s[sp - 2], s[sp - 1]), 0);
                        case Opcodes.AALOAD -> { sp--; s[sp - 1] = ops.loadElement(s[sp - 1], s[sp]); }
                        case Opcodes.BALOAD -> { sp--; s[sp - 1] = h.getByte(ops.element1(s[sp - 1], s[sp]), 0); }
                        case Opcodes.CALOAD -> { sp--; s[sp - 1] = h.getChar(ops.element2(s[sp - 1], s[sp]), 0); }
                        case Opcodes.SALOAD -> { sp--; s[sp - 1] = h.getShort(ops.element2(s[sp - 1], s[sp]), 0); }
                        case Op.STORE_4 -> { sp -= 3; h.putInt(ops.element4(s[sp], s[sp + 1]), 0, (int) s[sp + 2]); }
                        case Op.STORE_8 -> { sp -= 4; h.putLong(ops.element8(s[sp], s[sp + 1]), 0, s[sp + 2]); }
                        case Opcodes.AASTORE -> { sp -= 3; ops.storeElement(s[sp], s[sp + 1], s[sp + 2]); }
                        case Opcodes.BASTORE -> { sp -= 3; ops.storeByte(s[sp], s[sp + 1], (int) s[sp + 2]); }
                        case Opcodes.CASTORE, Opcodes.SASTORE -> { sp -= 3; h.putShort(ops.element2(s[sp], s[sp + 1]), 0, (short) s[sp + 2]); }
                        case Opcodes.ARRAYLENGTH -> s[sp - 1] = ops.arrayLength(s[sp - 1]);

                        case Opcodes.POP -> sp--;
                        case Opcodes.POP2 -> sp -= 2;
                        case Opcodes.DUP -> { s[sp] = s[sp - 1]; sp++; }
                        case Opcodes.DUP_X1 -> { s[sp] = s[sp - 1]; s[sp - 1] = s[sp - 2]; s[sp - 2] = s[sp]; sp++; }
                        case Opcodes.DUP_X2, Opcodes.DUP2, Opcodes.DUP2_X1, Opcodes.DUP2_X2, Opcodes.SWAP -> sp = ops.shuffle(in.op, s, sp);

                        case Opcodes.IADD -> { sp--; s[sp - 1] = (int) s[sp - 1] + (int) s[sp]; }
                        case Opcodes.ISUB -> { sp--; s[sp - 1] = (int) s[sp - 1] - (int) s[sp]; }
                        case Opcodes.IMUL -> { sp--; s[sp - 1] = (int) s[sp - 1] * (int) s[sp]; }
                        case Opcodes.IDIV -> { sp--; s[sp - 1] = (int) s[sp - 1] / ops.divisor((int) s[sp]); }
                        case Opcodes.IREM -> { sp--; s[sp - 1] = (int) s[sp - 1] % ops.divisor((int) s[sp]); }
                        case Opcodes.INEG -> s[sp - 1] = -(int) s[sp - 1];
                        case Opcodes.ISHL -> { sp--; s[sp - 1] = (int) s[sp - 1] << (int) s[sp]; }
                        case Opcodes.ISHR -> { sp--; s[sp - 1] = (int) s[sp - 1] >> (int) s[sp]; }
                        case Opcodes.IUSHR -> { sp--; s[sp - 1] = (int) s[sp - 1] >>> (int) s[sp]; }
                        case Opcodes.IAND -> { sp--; s[sp - 1] = (int) s[sp - 1] & (int) s[sp]; }
                        case Opcodes.IOR -> { sp--; s[sp - 1] = (int) s[sp - 1] | (int) s[sp]; }
                        case Opcodes.IXOR -> { sp--; s[sp - 1] = (int) s[sp - 1] ^ (int) s[sp]; }

                        case Opcodes.LADD -> { sp -= 2; s[sp - 2] += s[sp]; }
                        case Opcodes.LSUB -> { sp -= 2; s[sp - 2] -= s[sp]; }
                        case Opcodes.LMUL -> { sp -= 2; s[sp - 2] *= s[sp]; }
                        case Opcodes.LDIV -> { sp -= 2; s[sp - 2] /= ops.divisor(s[sp]); }
                        case Opcodes.LREM -> { sp -= 2; s[sp - 2] %= ops.divisor(s[sp]); }
                        case Opcodes.LNEG -> s[sp - 2] = -s[sp - 2];
                        case Opcodes.LSHL -> { sp--; s[sp - 2] <<= (int) s[sp]; }
                        case Opcodes.LSHR -> { sp--; s[sp - 2] >>= (int) s[sp]; }
                        case Opcodes.LUSHR -> { sp--; s[sp - 2] >>>= (int) s[sp]; }
                        case Opcodes.LAND -> { sp -= 2; s[sp - 2] &= s[sp]; }
                        case Opcodes.LOR -> { sp -= 2; s[sp - 2] |= s[sp]; }
                        case Opcodes.LXOR -> { sp -= 2; s[sp - 2] ^= s[sp]; }

                        case Opcodes.FADD, Opcodes.FSUB, Opcodes.FMUL, Opcodes.FDIV, Opcodes.FREM -> {
                            sp--;
                            s[sp - 1] = floatToRawIntBits(Operations.compute(in.op, intBitsToFloat((int) s[sp - 1]), intBitsToFloat((int) s[sp])));
                        }
                        case Opcodes.DADD, Opcodes.DSUB, Opcodes.DMUL, Opcodes.DDIV, Opcodes.DREM -> {
                            sp -= 2;
                            s[sp - 2] = doubleToRawLongBits(Operations.compute(in.op, longBitsToDouble(s[sp - 2]), longBitsToDouble(s[sp])));
                        }
                        case Opcodes.FNEG -> s[sp - 1] = floatToRawIntBits(-intBitsToFloat((int) s[sp - 1]));
                        case Opcodes.DNEG -> s[sp - 2] = doubleToRawLongBits(-longBitsToDouble(s[sp - 2]));

                        case Opcodes.I2L -> { s[sp - 1] = (int) s[sp - 1]; sp++; }
                        case Opcodes.L2I -> { sp--; s[sp - 1] = (int) s[sp - 1]; }
                        case Opcodes.I2B -> s[sp - 1] = (byte) s[sp - 1];
                        case Opcodes.I2C -> s[sp - 1] = (char) s[sp - 1];
                        case Opcodes.I2S -> s[sp - 1] = (short) s[sp - 1];
                        case Opcodes.I2F, Opcodes.I2D, Opcodes.L2F, Opcodes.L2D, Opcodes.F2I, Opcodes.F2L, Opcodes.F2D, Opcodes.D2I, Opcodes.D2L, Opcodes.D2F ->
                            sp = Operations.convert(in.op, s, sp);

                        case Opcodes.LCMP -> { sp -= 3; s[sp - 1] = Long.compare(s[sp - 1], s[sp + 1]); }
                        case Opcodes.FCMPL, Opcodes.FCMPG, Opcodes.DCMPL, Opcodes.DCMPG -> sp = Operations.compare(in.op, s, sp);

                        case Opcodes.IFEQ -> { if ((int) s[--sp] == 0) { pc = in.a; } }
                        case Opcodes.IFNE -> { if ((int) s[--sp] != 0) { pc = in.a; } }
                        case Opcodes.IFLT -> { if ((int) s[--sp] < 0) { pc = in.a; } }
                        case Opcodes.IFGE -> { if ((int) s[--sp] >= 0) { pc = in.a; } }
                        case Opcodes.IFGT -> { if ((int) s[--sp] > 0) { pc = in.a; } }
                        case Opcodes.IFLE -> { if ((int) s[--sp] <= 0) { pc = in.a; } }
                        case Opcodes.IFNULL -> { if (s[--sp] == 0) { pc = in.a; } }
                        case Opcodes.IFNONNULL -> { if (s[--sp] != 0) { pc = in.a; } }
                        case Opcodes.IF_ICMPEQ -> { sp -= 2; if ((int) s[sp] == (int) s[sp + 1]) { pc = in.a; } }
                        case Opcodes.IF_ICMPNE -> { sp -= 2; if ((int) s[sp] != (int) s[sp + 1]) { pc = in.a; } }
                        case Opcodes.IF_ICMPLT -> { sp -= 2; if ((int) s[sp] < (int) s[sp + 1]) { pc = in.a; } }
                        case Opcodes.IF_ICMPGE -> { sp -= 2; if ((int) s[sp] >= (int) s[sp + 1]) { pc = in.a; } }
                        case Opcodes.IF_ICMPGT -> { sp -= 2; if ((int) s[sp] > (int) s[sp + 1]) { pc = in.a; } }
                        case Opcodes.IF_ICMPLE -> { sp -= 2; if ((int) s[sp] <= (int) s[sp + 1]) { pc = in.a; } }
                        case Opcodes.IF_ACMPEQ -> { sp -= 2; if (s[sp] == s[sp + 1]) { pc = in.a; } }
                        case Opcodes.IF_ACMPNE -> { sp -= 2; if (s[sp] != s[sp + 1]) { pc = in.a; } }
                        case Opcodes.GOTO -> pc = in.a;
                        case Opcodes.TABLESWITCH, Opcodes.LOOKUPSWITCH -> pc = Operations.branch(in, (int) s[--sp]);

                        case Op.RETURN_ONE -> { depth = frame - 1; return s[sp - 1]; }
                        case Op.RETURN_WIDE -> { depth = frame - 1; return s[sp - 2]; }
                        case Opcodes.RETURN -> { depth = frame - 1; return 0; }

                        case Op.GET_STATIC -> s[sp++] = ops.getStatic(in);
                        case Op.GET_STATIC_WIDE -> { s[sp] = ops.getStatic(in); sp += 2; }
                        case Op.PUT_STATIC -> ops.putStatic(in, s[--sp]);
                        case Op.PUT_STATIC_WIDE -> ops.putStatic(in, s[sp -= 2]);
                        case Op.GET_BYTE -> s[sp - 1] = h.getByte(ops.checkNotNull(s[sp - 1]), in.a);
                        case Op.GET_CHAR -> s[sp - 1] = h.getChar(ops.checkNotNull(s[sp - 1]), in.a);
                        case Op.GET_SHORT -> s[sp - 1] = h.getShort(ops.checkNotNull(s[sp - 1]), in.a);
                        case Op.GET_INT -> s[sp - 1] = h.getInt(ops.checkNotNull(s[sp - 1]), in.a);
                        case Op.GET_LONG -> { s[sp - 1] = h.getLong(ops.checkNotNull(s[sp - 1]), in.a); sp++; }
                        case Op.GET_WORD -> s[sp - 1] = h.getLong(ops.checkNotNull(s[sp - 1]), in.a);
                        case Op.PUT_BYTE -> { sp -= 2; h.putByte(ops.checkNotNull(s[sp]), in.a, (byte) s[sp + 1]); }
                        case Op.PUT_BOOLEAN -> { sp -= 2; h.putByte(ops.checkNotNull(s[sp]), in.a, (byte) (s[sp + 1] & 1)); }
                        case Op.PUT_SHORT -> { sp -= 2; h.putShort(ops.checkNotNull(s[sp]), in.a, (short) s[sp + 1]); }
                        case Op.PUT_INT -> { sp -= 2; h.putInt(ops.checkNotNull(s[sp]), in.a, (int) s[sp + 1]); }
                        case Op.PUT_LONG -> { sp -= 3; h.putLong(ops.checkNotNull(s[sp]), in.a, s[sp + 1]); }
                        case Op.PUT_WORD -> { sp -= 2; h.putLong(ops.checkNotNull(s[sp]), in.a, s[sp + 1]); }

                        case Op.CALL -> sp = call(in, sp);
                        case Op.NEW_RESOLVED -> s[sp++] = ops.newInstance((ClassState) in.operand);
                        case Opcodes.NEWARRAY, Opcodes.ANEWARRAY -> s[sp - 1] = ops.newArray(in, (int) s[sp - 1]);
                        case Opcodes.MULTIANEWARRAY -> sp = ops.newMultiArray(in, s, sp);
                        case Opcodes.ATHROW -> throw ops.thrown(ops.checkNotNull(s[--sp]));
                        case Opcodes.CHECKCAST -> ops.checkCast(in, (int) s[sp - 1]);
                        case Opcodes.INSTANCEOF -> s[sp - 1] = ops.instanceOf(in, (int) s[sp - 1]);
                        case Opcodes.MONITORENTER -> monitors.enter(ops.checkNotNull(s[--sp]));
                        case Opcodes.MONITOREXIT -> exitMonitor(ops.checkNotNull(s[--sp]));
                        // Resolution rewrites the instruction, which is then executed anew.
                        default -> { ops.resolve(code, in); pc--; }
                    }
                }
            } catch (InterpretedException e) {
                depth = frame;
                top = limit;
                pc = handle(code, pc - 1, e);
                sp = bottom;
                s[sp++] = e.throwable();
            }
        }
    }
}
