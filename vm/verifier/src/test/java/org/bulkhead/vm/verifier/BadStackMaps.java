package org.bulkhead.vm.verifier;

import static org.bulkhead.vm.verifier.RawClass.bytes;
import static org.bulkhead.vm.verifier.RawClass.u2;

import java.util.List;
import org.objectweb.asm.Opcodes;

/** Methods whose stack map is broken, or is not borne out by the code (JVMS 4.7.4, 4.10.1.6). */
final class BadStackMaps implements Opcodes {
    private static final int ISTORE_0 = 59;
    private static final int TOP_ITEM = 0;
    private static final int INT_ITEM = 1;
    private static final int FLOAT_ITEM = 2;
    private static final int LONG_ITEM = 4;
    private static final int OBJECT_ITEM = 7;
    private static final int UNINITIALIZED_ITEM = 8;

    private BadStackMaps() {}

    /** iconst_0, ifeq to 4, return at 4: control comes to 4 from 1, with no operands. */
    private static byte[] branch() {
        return bytes(ICONST_0, IFEQ, u2(3), RETURN);
    }

    private static BadClass map(String what, int offset, Object... content) {
        return BadClass.code(what, offset, c -> c.run(c.mapped(2, 2, branch(), bytes(content))));
    }

    static List<BadClass> all() {
        int none = VerificationProblem.NO_OFFSET;
        return List.of(
            BadClass.code("a branch without a stack map", 1, c -> c.run(c.code(1, 0, branch()))),
            map("a branch to where the stack map has no frame", 1, u2(1), 0),
            map("a frame of a reserved type", none, u2(1), 130),
            map("a frame in the middle of an instruction", none, u2(1), 2),
            map("a frame behind the code", none, u2(1), 40),
            map("a type that there is not", none, u2(1), 252, u2(4), 9),
            map("a type whose class is a number", none, u2(1), 252, u2(4), OBJECT_ITEM, u2(1)).malformed(),
            map("an uninitialised object that nothing makes", none, u2(1), 252, u2(4), UNINITIALIZED_ITEM, u2(0)),
            map("an uninitialised object made beyond the code", none, u2(1), 252, u2(4), UNINITIALIZED_ITEM, u2(100)),
            map("more local variables than the method has", none, u2(1), 254, u2(4), INT_ITEM, INT_ITEM, INT_ITEM),
            map("a long that does not fit the local variables", none, u2(1), 253, u2(4), INT_ITEM, LONG_ITEM),
            map("fewer local variables than none", none, u2(1), 250, u2(4)),
            map("more operands than the method has", none, u2(1), 255, u2(4), u2(0), u2(3), INT_ITEM, INT_ITEM, INT_ITEM),
            map("a stack map cut short", none, u2(2), 4).malformed(),
            map("a stack map with bytes behind its frames", none, u2(1), 4, 0),
            map("an int in a local variable that is not written", 1, u2(1), 252, u2(4), INT_ITEM),
            map("an operand that is not there", 1, u2(1), 68, INT_ITEM),
            BadClass.code("an operand that the map does not have", 2, c -> c.run(c.mapped(2, 0, bytes(ICONST_0, ICONST_0, IFEQ, u2(3), RETURN), bytes(u2(1), 5)))),
            BadClass.code("an int that the map says is a float", 3, c -> c.run(c.mapped(1, 1, bytes(ICONST_0, ISTORE_0, ICONST_0, IFEQ, u2(3), RETURN), bytes(u2(1), 252, u2(6), FLOAT_ITEM)))),
            BadClass.code("a string that the map says is a thread", 3,
                c -> c.run(c.mapped(2, 0, bytes(LDC, c.string("x"), ICONST_0, IFEQ, u2(3), POP, RETURN), bytes(u2(1), 70, OBJECT_ITEM, u2(c.type("java/lang/Thread")))))),
            BadClass.code("a local variable read that the map does not have", 6,
                c -> c.run(c.mapped(1, 1, bytes(ICONST_0, ISTORE_0, ICONST_0, IFEQ, u2(3), 26, POP, RETURN), bytes(u2(1), 252, u2(6), TOP_ITEM)))),
            BadClass.code("code behind a return that no frame describes", 1, c -> c.run(c.code(1, 0, RETURN, NOP, RETURN))),
            BadClass.code("code behind a goto that no frame describes", 3, c -> c.run(c.mapped(1, 0, bytes(GOTO, u2(4), NOP, RETURN), bytes(u2(1), 4)))),
            BadClass.code("code behind a throw that no frame describes", 2, c -> c.run(c.code(1, 0, ACONST_NULL, ATHROW, RETURN))),
            BadClass.code("a fall into a frame with other operands", 1, c -> c.run(c.mapped(1, 0, bytes(ICONST_0, POP, RETURN), bytes(u2(1), 1)))),
            BadClass.code("a backward branch with a changed local variable", 4,
                c -> c.run(c.mapped(1, 1, bytes(ICONST_0, ISTORE_0, FCONST_0, 67, GOTO, u2(-2)), bytes(u2(1), 252, u2(2), INT_ITEM)))),
            BadClass.code("a handler without a frame", 0, c -> c.run(c.code(1, 0, bytes(NOP, RETURN, POP, RETURN), List.of(RawClass.handler(0, 1, 2, 0)), null))),
            BadClass.code("a handler whose frame has no exception", 0, c -> c.run(c.code(1, 0, bytes(NOP, RETURN, NOP, RETURN), List.of(RawClass.handler(0, 1, 2, 0)), bytes(u2(1), 2)))),
            BadClass.code("a handler that believes to catch another class", 0, c -> c.run(c.code(1, 0, bytes(NOP, RETURN, POP, RETURN),
                List.of(RawClass.handler(0, 1, 2, c.type("java/lang/Exception"))), bytes(u2(1), 66, OBJECT_ITEM, u2(c.type("java/lang/Error")))))),
            BadClass.code("a handler that believes in a local variable which is written only later", 0, c -> c.run(c.code(1, 1, bytes(ICONST_0, ISTORE_0, NOP, RETURN, POP, RETURN),
                List.of(RawClass.handler(0, 3, 4, 0)), bytes(u2(1), 255, u2(4), u2(1), INT_ITEM, u2(1), OBJECT_ITEM, u2(c.type("java/lang/Throwable")))))),
            BadClass.code("a handler for strings", none, c -> c.run(c.code(1, 0, bytes(NOP, RETURN, POP, RETURN),
                List.of(RawClass.handler(0, 1, 2, c.type("java/lang/String"))), bytes(u2(1), 66, OBJECT_ITEM, u2(c.type("java/lang/String")))))));
    }
}
