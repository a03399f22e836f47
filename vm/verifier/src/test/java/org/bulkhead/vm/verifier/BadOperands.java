package org.bulkhead.vm.verifier;

import static org.bulkhead.vm.verifier.RawClass.bytes;
import static org.bulkhead.vm.verifier.RawClass.u2;

import java.util.List;
import org.objectweb.asm.Opcodes;

/** Methods with an instruction whose operands or local variables have the wrong type, or are not there (JVMS 4.10.1.9). */
final class BadOperands implements Opcodes {
    private static final int ALOAD_0 = 42;
    private static final int ILOAD_0 = 26;
    private static final int LLOAD_0 = 30;
    private static final int LLOAD_1 = 31;
    private static final int ISTORE_0 = 59;
    private static final int ISTORE_1 = 60;
    private static final int LSTORE_0 = 63;
    private static final int ASTORE_0 = 75;

    private BadOperands() {}

    private static byte[] wide(RawClass c, int descriptorIndex, Object... instructions) {
        return c.code(descriptorIndex, 4, instructions);
    }

    static List<BadClass> all() {
        return List.of(
            BadClass.code("an empty stack popped", 0, c -> c.run(c.code(1, 0, POP, RETURN))),
            BadClass.code("an addition with one operand", 1, c -> c.run(c.code(2, 0, ICONST_0, IADD, POP, RETURN))),
            BadClass.code("more operands than the method has room for", 1, c -> c.run(c.code(1, 0, ICONST_0, ICONST_0, RETURN))),
            BadClass.code("a long in a stack of one slot", 0, c -> c.run(c.code(1, 0, LCONST_0, RETURN))),
            BadClass.code("an int and a float added", 2, c -> c.run(c.code(2, 0, ICONST_0, FCONST_0, IADD, POP, RETURN))),
            BadClass.code("a float added as an int", 2, c -> c.run(c.code(2, 0, FCONST_0, ICONST_0, IADD, POP, RETURN))),
            BadClass.code("a long shifted by a long", 2, c -> c.run(c.code(4, 0, LCONST_0, LCONST_0, LSHL, POP2, RETURN))),
            BadClass.code("an int converted as a double", 1, c -> c.run(c.code(2, 0, ICONST_0, D2I, POP, RETURN))),
            BadClass.code("doubles compared as floats", 2, c -> c.run(c.code(4, 0, DCONST_0, DCONST_0, FCMPL, POP, RETURN))),
            BadClass.code("a reference negated", 1, c -> c.run(c.code(1, 0, ACONST_NULL, INEG, POP, RETURN))),
            BadClass.code("a branch on a reference as an int", 1, c -> c.run(c.mapped(1, 0, bytes(ACONST_NULL, IFEQ, u2(3), RETURN), bytes(u2(1), 4)))),
            BadClass.code("a branch on an int as a reference", 1, c -> c.run(c.mapped(1, 0, bytes(ICONST_0, IFNULL, u2(3), RETURN), bytes(u2(1), 4)))),
            BadClass.code("references compared as ints", 2, c -> c.run(c.mapped(2, 0, bytes(ACONST_NULL, ACONST_NULL, IF_ICMPEQ, u2(3), RETURN), bytes(u2(1), 5)))),
            BadClass.code("an int compared as a reference", 2, c -> c.run(c.mapped(2, 0, bytes(ACONST_NULL, ICONST_0, IF_ACMPEQ, u2(3), RETURN), bytes(u2(1), 5)))),
            BadClass.code("a switch on a long", 1, c -> c.run(c.code(2, 0, LCONST_0, LOOKUPSWITCH, u2(0), RawClass.u4(11), RawClass.u4(0), RETURN))),
            BadClass.code("half of a long popped", 1, c -> c.run(c.code(2, 0, LCONST_0, POP, POP, RETURN))),
            BadClass.code("an int and half of a long popped", 2, c -> c.run(c.code(3, 0, LCONST_0, ICONST_0, POP2, POP, RETURN))),
            BadClass.code("half of a long duplicated", 1, c -> c.run(c.code(4, 0, LCONST_0, DUP, RETURN))),
            BadClass.code("an int put under half of a long", 2, c -> c.run(c.code(4, 0, LCONST_0, ICONST_0, DUP_X1, RETURN))),
            BadClass.code("an int put under an int and half of a long", 3, c -> c.run(c.code(6, 0, LCONST_0, ICONST_0, ICONST_0, DUP_X2, RETURN))),
            BadClass.code("two slots put under half of a long", 2, c -> c.run(c.code(8, 0, LCONST_0, LCONST_0, DUP2_X1, RETURN))),
            BadClass.code("two slots put under an int and half of a long", 3, c -> c.run(c.code(8, 0, LCONST_0, ICONST_0, LCONST_0, DUP2_X2, RETURN))),
            BadClass.code("halves of a long swapped", 1, c -> c.run(c.code(2, 0, LCONST_0, SWAP, RETURN))),
            BadClass.code("an operand swapped with nothing", 1, c -> c.run(c.code(2, 0, ICONST_0, SWAP, RETURN))),
            BadClass.code("a local variable read that was never written", 0, c -> c.run(c.code(1, 1, ILOAD_0, POP, RETURN))),
            BadClass.code("an int read as a reference", 2, c -> c.run(c.code(1, 1, ICONST_0, ISTORE_0, ALOAD_0, POP, RETURN))),
            BadClass.code("a reference read as an int", 2, c -> c.run(c.code(1, 1, ACONST_NULL, ASTORE_0, ILOAD_0, POP, RETURN))),
            BadClass.code("a float stored as an int", 1, c -> c.run(c.code(1, 1, FCONST_0, ISTORE_0, RETURN))),
            BadClass.code("an int stored as a reference", 1, c -> c.run(c.code(1, 1, ICONST_0, ASTORE_0, RETURN))),
            BadClass.code("the second half of a long read", 2, c -> c.run(c.code(2, 4, LCONST_0, LSTORE_0, LLOAD_1, POP2, RETURN))),
            BadClass.code("a long read whose second half was overwritten", 4, c -> c.run(c.code(2, 4, LCONST_0, LSTORE_0, ICONST_0, ISTORE_1, LLOAD_0, POP2, RETURN))),
            BadClass.code("a long read whose first half was overwritten by another", 6, c -> c.run(wide(c, 2, LCONST_0, 64, LCONST_0, LSTORE_0, NOP, NOP, LLOAD_1, POP2, RETURN))),
            BadClass.code("an increment of a float", 2, c -> c.run(c.code(1, 1, FCONST_0, 67, IINC, 0, 1, RETURN))),
            BadClass.code("an element read by a long index", 2, c -> c.run(c.code(3, 0, ACONST_NULL, LCONST_0, IALOAD, POP, RETURN))),
            BadClass.code("an element read of no array", 3, c -> c.run(c.code(2, 0, LDC, c.string("x"), ICONST_0, IALOAD, POP, RETURN))),
            BadClass.code("an int read from an array of floats", 4, c -> c.run(c.code(2, 0, ICONST_1, NEWARRAY, 6, ICONST_0, IALOAD, POP, RETURN))),
            BadClass.code("a reference read from an array of ints", 4, c -> c.run(c.code(2, 0, ICONST_1, NEWARRAY, 10, ICONST_0, AALOAD, POP, RETURN))),
            BadClass.code("a byte read from an array of shorts", 4, c -> c.run(c.code(2, 0, ICONST_1, NEWARRAY, 9, ICONST_0, BALOAD, POP, RETURN))),
            BadClass.code("a float stored in an array of ints", 5, c -> c.run(c.code(3, 0, ICONST_1, NEWARRAY, 10, ICONST_0, FCONST_0, IASTORE, RETURN))),
            BadClass.code("an int stored in an array of references", 6, c -> c.run(c.code(3, 0, ICONST_1, ANEWARRAY, u2(c.type("java/lang/Object")), ICONST_0, ICONST_0, AASTORE, RETURN))),
            BadClass.code("the length of no array", 2, c -> c.run(c.code(1, 0, LDC, c.string("x"), ARRAYLENGTH, POP, RETURN))),
            BadClass.code("a new array of a float's length", 1, c -> c.run(c.code(1, 0, FCONST_0, NEWARRAY, 10, POP, RETURN))),
            BadClass.code("a new array of two dimensions with one length", 1, c -> c.run(c.code(2, 0, ICONST_0, MULTIANEWARRAY, u2(c.type("[[I")), 2, POP, RETURN))),
            BadClass.code("a string thrown", 2, c -> c.run(c.code(1, 0, LDC, c.string("x"), ATHROW))),
            BadClass.code("an int thrown", 1, c -> c.run(c.code(1, 0, ICONST_0, ATHROW))),
            BadClass.code("an int cast", 1, c -> c.run(c.code(1, 0, ICONST_0, CHECKCAST, u2(c.type("java/lang/String")), POP, RETURN))),
            BadClass.code("an int asked for its class", 1, c -> c.run(c.code(1, 0, ICONST_0, INSTANCEOF, u2(c.type("java/lang/String")), POP, RETURN))),
            BadClass.code("an int locked", 1, c -> c.run(c.code(1, 0, ICONST_0, MONITORENTER, RETURN))),
            BadClass.code("an int returned as nothing", 0, c -> c.declare(9, "m", "()I", c.code(0, 0, RETURN))).in("m()I"),
            BadClass.code("nothing returned as an int", 1, c -> c.run(c.code(1, 0, ICONST_0, IRETURN))),
            BadClass.code("a float returned as an int", 1, c -> c.declare(9, "m", "()I", c.code(1, 0, FCONST_0, FRETURN))).in("m()I"),
            BadClass.code("an int returned where there is a float", 1, c -> c.declare(9, "m", "()I", c.code(1, 0, FCONST_0, IRETURN))).in("m()I"),
            BadClass.code("a thread returned as a string", 1, c -> c.declare(9, "m", "(Ljava/lang/Thread;)Ljava/lang/String;", c.code(1, 1, ALOAD_0, ARETURN))).in("m(Ljava/lang/Thread;)Ljava/lang/String;"),
            BadClass.code("an int stored in a static float", 1, c -> c.run(c.code(1, 0, ICONST_0, PUTSTATIC, u2(c.field("Bad", "f", "F")), RETURN))),
            BadClass.code("a field read of an int", 1, c -> c.run(c.code(1, 0, ICONST_0, GETFIELD, u2(c.field("Bad", "f", "F")), POP, RETURN))),
            BadClass.code("a field of another class read", 2, c -> c.run(c.code(1, 0, LDC, c.string("x"), GETFIELD, u2(c.field("java/lang/Thread", "f", "I")), POP, RETURN))),
            BadClass.code("a field of another class written", 3, c -> c.run(c.code(2, 0, LDC, c.string("x"), ICONST_0, PUTFIELD, u2(c.field("java/lang/Thread", "f", "I")), RETURN))),
            BadClass.code("a string in a field of threads", 2, c -> c.run(c.code(2, 0, ACONST_NULL, LDC + 0, c.string("x"), PUTFIELD, u2(c.field("Bad", "f", "Ljava/lang/Thread;")), RETURN)))
                .at(3),
            BadClass.code("an argument too few", 0, c -> c.run(c.code(1, 0, INVOKESTATIC, u2(c.method("Bad", "f", "(I)V")), RETURN))),
            BadClass.code("an argument of the wrong kind", 1, c -> c.run(c.code(1, 0, FCONST_0, INVOKESTATIC, u2(c.method("Bad", "f", "(I)V")), RETURN))),
            BadClass.code("an argument of the wrong class", 2, c -> c.run(c.code(1, 0, LDC, c.string("x"), INVOKESTATIC, u2(c.method("Bad", "f", "(Ljava/lang/Thread;)V")), RETURN))),
            BadClass.code("an array as an argument that is one of another", 3, c -> c.run(c.code(1, 0, ICONST_0, NEWARRAY, 10, INVOKESTATIC, u2(c.method("Bad", "f", "([J)V")), RETURN))),
            BadClass.code("an array of threads as one of strings", 4,
                c -> c.run(c.code(1, 0, ICONST_0, ANEWARRAY, u2(c.type("java/lang/Thread")), INVOKESTATIC, u2(c.method("Bad", "f", "([Ljava/lang/String;)V")), RETURN))),
            BadClass.code("a method of another class called", 2, c -> c.run(c.code(1, 0, LDC, c.string("x"), INVOKEVIRTUAL, u2(c.method("java/lang/Thread", "run", "()V")), RETURN))),
            BadClass.code("a method of an int called", 1, c -> c.run(c.code(1, 0, ICONST_0, INVOKEVIRTUAL, u2(c.method("java/lang/Thread", "run", "()V")), RETURN))),
            BadClass.code("an interface's method of an int called", 1, c -> c.run(c.code(1, 0, ICONST_0, INVOKEINTERFACE, u2(c.interfaceMethod("java/lang/Runnable", "run", "()V")), 1, 0, RETURN))),
            BadClass.code("a result that is not there", 3, c -> c.run(c.code(1, 0, INVOKESTATIC, u2(c.method("Bad", "f", "()V")), POP, RETURN))),
            BadClass.code("a wide result as a narrow one", 3, c -> c.run(c.code(2, 0, INVOKESTATIC, u2(c.method("Bad", "f", "()J")), POP, RETURN))),
            BadClass.code("control that goes on behind the end", 0, c -> c.run(c.code(0, 0, NOP))),
            BadClass.code("control that goes on behind the last branch", 1, c -> c.run(c.mapped(1, 0, bytes(ICONST_0, IFEQ, u2(-1)), bytes(u2(1), 0)))),
            BadClass.code("operands of Java 5 of different kinds from two ways", 7, c -> {
                c.major = 49;
                c.run(c.code(1, 0, ICONST_0, IFEQ, u2(7), ICONST_0, GOTO, u2(4), FCONST_0, POP, RETURN));
            }).at(8),
            BadClass.code("operands of Java 5 of different numbers from two ways", 7, c -> {
                c.major = 49;
                c.run(c.code(2, 0, ICONST_0, IFEQ, u2(7), ICONST_0, GOTO, u2(4), NOP, POP, RETURN));
            }).at(8),
            BadClass.code("a local variable of Java 5 that only one way has written", 6, c -> {
                c.major = 49;
                c.run(c.code(1, 1, ICONST_0, IFEQ, u2(5), ICONST_0, ISTORE_0, ILOAD_0, POP, RETURN));
            }),
            BadClass.code("a thread or string of Java 5 used as a thread", 9, c -> {
                c.major = 49;
                c.declare(9, "m", "(Ljava/lang/Thread;)V", c.code(1, 1, ICONST_0, IFEQ, u2(6), LDC, c.string("x"), ASTORE_0, ALOAD_0, NOP, INVOKEVIRTUAL, u2(c.method("java/lang/Thread", "run", "()V")), RETURN));
            }).in("m(Ljava/lang/Thread;)V"));
    }
}
