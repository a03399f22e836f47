package org.bulkhead.vm.verifier;

import static org.bulkhead.vm.verifier.RawClass.bytes;
import static org.bulkhead.vm.verifier.RawClass.u2;
import static org.bulkhead.vm.verifier.RawClass.u4;

import java.util.List;
import org.objectweb.asm.Opcodes;

/** Methods with an instruction that is wrong by itself (JVMS 4.9.1). */
final class BadInstructions implements Opcodes {
    private static final int WIDE = 196;
    private static final int LDC_W = 19;
    private static final int LDC2_W = 20;
    private static final int GOTO_W = 200;
    private static final int JSR_W = 201;

    private BadInstructions() {}

    static List<BadClass> all() {
        return List.of(
            BadClass.code("an opcode that there is not", 0, c -> c.run(c.code(0, 0, 202, RETURN))),
            BadClass.code("the opcode of a debugger", 1, c -> c.run(c.code(0, 0, NOP, 255, RETURN))),
            BadClass.code("an instruction cut short", 1, c -> c.run(c.code(1, 0, NOP, SIPUSH, 1))),
            BadClass.code("a branch into an instruction", 0, c -> c.run(c.code(1, 0, GOTO, u2(4), SIPUSH, u2(0), RETURN))),
            BadClass.code("a branch before the code", 0, c -> c.run(c.code(0, 0, GOTO, u2(-1)))),
            BadClass.code("a branch behind the code", 0, c -> c.run(c.code(0, 0, GOTO, u2(3)))),
            BadClass.code("a wide branch into itself", 0, c -> c.run(c.code(0, 0, GOTO_W, u4(2), RETURN))),
            BadClass.code("a call of a subroutine", 0, c -> c.run(c.code(1, 0, JSR, u2(3), RETURN))),
            BadClass.code("a wide call of a subroutine", 0, c -> c.run(c.code(1, 0, JSR_W, u4(5), RETURN))),
            BadClass.code("a return from a subroutine", 0, c -> c.run(c.code(1, 1, RET, 0))),
            BadClass.code("a subroutine in Java 5, which the compiler does not have", 0, c -> {
                c.major = 49;
                c.run(c.code(1, 1, JSR, u2(4), RETURN, ASTORE, 0, RET, 0));
            }).hereOnly(),
            BadClass.code("a constant that is a text", 0, c -> c.run(c.code(1, 0, LDC, c.utf8("x"), POP, RETURN))).malformed(),
            BadClass.code("a constant of index 0", 0, c -> c.run(c.code(1, 0, LDC, 0, POP, RETURN))).malformed(),
            BadClass.code("a constant beyond the pool", 0, c -> c.run(c.code(1, 0, LDC_W, u2(9999), POP, RETURN))).malformed(),
            BadClass.code("a long loaded as a constant of one slot", 0, c -> c.run(c.code(2, 0, LDC, c.longConstant(1), POP2, RETURN))).malformed(),
            BadClass.code("an int loaded as a constant of two slots", 0, c -> c.run(c.code(2, 0, LDC2_W, u2(c.integer(1)), POP2, RETURN))).malformed(),
            BadClass.code("a class as a constant in Java 1.4", 0, c -> {
                c.major = 48;
                c.run(c.code(1, 0, LDC, c.type("Bad"), POP, RETURN));
            }).malformed(),
            BadClass.code("a local variable beyond the method's", 1, c -> c.run(c.code(1, 1, ICONST_0, ISTORE, 1, RETURN))),
            BadClass.code("a short local variable beyond the method's", 1, c -> c.run(c.code(1, 1, ICONST_0, 60, RETURN))),
            BadClass.code("a long whose second half is beyond the method's local variables", 1, c -> c.run(c.code(2, 1, LCONST_0, 63, RETURN))),
            BadClass.code("an increment of a local variable beyond the method's", 0, c -> c.run(c.code(0, 1, IINC, 1, 1, RETURN))),
            BadClass.code("a wide local variable beyond the method's", 0, c -> c.run(c.code(1, 1, WIDE, ILOAD, u2(300), POP, RETURN))),
            BadClass.code("a wide instruction that cannot be wide", 0, c -> c.run(c.code(1, 1, WIDE, ICONST_0, u2(0), RETURN))),
            BadClass.code("a wide instruction cut short", 1, c -> c.run(c.code(1, 1, NOP, WIDE, IINC, u2(0)))),
            BadClass.code("a field that is a method", 0, c -> c.run(c.code(1, 0, GETSTATIC, u2(c.method("Bad", "m", "()V")), POP, RETURN))).malformed(),
            BadClass.code("a method that is a field", 0, c -> c.run(c.code(1, 0, INVOKESTATIC, u2(c.field("Bad", "f", "I")), RETURN))).malformed(),
            BadClass.code("an interface's method called as a class's", 1, c -> c.run(c.code(1, 0, ACONST_NULL, INVOKEVIRTUAL, u2(c.interfaceMethod("java/lang/Runnable", "run", "()V")), RETURN))).malformed(),
            BadClass.code("a class's method called as an interface's", 1, c -> c.run(c.code(1, 0, ACONST_NULL, INVOKEINTERFACE, u2(c.method("java/lang/Thread", "run", "()V")), 1, 0, RETURN))).malformed(),
            BadClass.code("an interface's static method in Java 7", 0, c -> {
                c.major = 51;
                c.run(c.code(1, 0, INVOKESTATIC, u2(c.interfaceMethod("java/lang/Runnable", "run", "()V")), RETURN));
            }).malformed(),
            BadClass.code("a constructor called as a method", 1, c -> c.run(c.code(1, 0, ACONST_NULL, INVOKEVIRTUAL, u2(c.method("java/lang/Object", "<init>", "()V")), RETURN))),
            BadClass.code("a constructor called as a static method", 0, c -> c.run(c.code(1, 0, INVOKESTATIC, u2(c.method("java/lang/Object", "<init>", "()V")), RETURN))),
            BadClass.code("a wrong number of arguments of an interface's method", 1,
                c -> c.run(c.code(1, 0, ACONST_NULL, INVOKEINTERFACE, u2(c.interfaceMethod("java/lang/Runnable", "run", "()V")), 2, 0, RETURN))),
            BadClass.code("a last byte of invokeinterface that is not 0", 1,
                c -> c.run(c.code(1, 0, ACONST_NULL, INVOKEINTERFACE, u2(c.interfaceMethod("java/lang/Runnable", "run", "()V")), 1, 1, RETURN))),
            BadClass.code("a last byte of invokedynamic that is not 0", 0, c -> {
                int handle = c.constant(15, 6, u2(c.method("Bad", "m", "()V")));
                c.attributes.add(c.attribute("BootstrapMethods", bytes(u2(1), u2(handle), u2(0))));
                c.run(c.code(1, 0, INVOKEDYNAMIC, u2(c.constant(18, u2(0), u2(c.nameAndType("f", "()V")))), 0, 1, RETURN));
            }),
            BadClass.code("a call site that is a method", 0, c -> c.run(c.code(1, 0, INVOKEDYNAMIC, u2(c.method("Bad", "m", "()V")), 0, 0, RETURN))).malformed(),
            BadClass.code("a new object of a text", 0, c -> c.run(c.code(1, 0, NEW, u2(c.utf8("x")), POP, RETURN))).malformed(),
            BadClass.code("a new object of an array", 0, c -> c.run(c.code(1, 0, NEW, u2(c.type("[I")), POP, RETURN))),
            BadClass.code("a new array of a type that there is not", 1, c -> c.run(c.code(1, 0, ICONST_0, NEWARRAY, 12, POP, RETURN))),
            BadClass.code("a new array of 256 dimensions", 1, c -> c.run(c.code(1, 0, ICONST_0, ANEWARRAY, u2(c.type("[".repeat(255) + "I")), POP, RETURN))),
            BadClass.code("a new array of no dimension", 1, c -> c.run(c.code(1, 0, ICONST_0, MULTIANEWARRAY, u2(c.type("[I")), 0, POP, RETURN))),
            BadClass.code("a new array of more dimensions than its type", 2, c -> c.run(c.code(2, 0, ICONST_0, ICONST_0, MULTIANEWARRAY, u2(c.type("[I")), 2, POP, RETURN))),
            BadClass.code("a table switch from 1 to 0", 1, c -> c.run(c.code(1, 0, ICONST_0, TABLESWITCH, u2(0), u4(11), u4(1), u4(0), RETURN))),
            BadClass.code("a table switch longer than the code", 1, c -> c.run(c.code(1, 0, ICONST_0, TABLESWITCH, u2(0), u4(11), u4(0), u4(Integer.MAX_VALUE), RETURN))),
            BadClass.code("a table switch into an instruction", 1, c -> c.run(c.code(1, 0, ICONST_0, TABLESWITCH, u2(0), u4(2), u4(0), u4(0), u4(19), RETURN))),
            BadClass.code("a lookup switch of less than no pairs", 1, c -> c.run(c.code(1, 0, ICONST_0, LOOKUPSWITCH, u2(0), u4(11), u4(-1), RETURN))),
            BadClass.code("a lookup switch longer than the code", 1, c -> c.run(c.code(1, 0, ICONST_0, LOOKUPSWITCH, u2(0), u4(11), u4(0x1000_0000), RETURN))),
            BadClass.code("a lookup switch that is not in order", 1, c -> c.run(c.code(1, 0, ICONST_0, LOOKUPSWITCH, u2(0), u4(27), u4(2), u4(5), u4(27), u4(4), u4(27), RETURN))),
            BadClass.code("the padding of a switch in Java 6", 1, c -> {
                c.major = 50;
                c.run(c.code(1, 0, ICONST_0, TABLESWITCH, 1, 0, u4(19), u4(0), u4(0), u4(19), RETURN));
            }),
            BadClass.code("a handler that begins in an instruction", VerificationProblem.NO_OFFSET,
                c -> c.run(c.code(1, 0, bytes(SIPUSH, u2(0), POP, RETURN), List.of(RawClass.handler(1, 3, 4, 0)), null))),
            BadClass.code("a handler that ends in an instruction", VerificationProblem.NO_OFFSET,
                c -> c.run(c.code(1, 0, bytes(SIPUSH, u2(0), POP, RETURN), List.of(RawClass.handler(0, 2, 4, 0)), null))),
            BadClass.code("a handler in an instruction", VerificationProblem.NO_OFFSET,
                c -> c.run(c.code(1, 0, bytes(SIPUSH, u2(0), POP, RETURN), List.of(RawClass.handler(0, 3, 1, 0)), null))));
    }
}
