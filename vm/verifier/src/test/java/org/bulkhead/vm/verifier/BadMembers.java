package org.bulkhead.vm.verifier;

import static org.bulkhead.vm.verifier.RawClass.bytes;
import static org.bulkhead.vm.verifier.RawClass.u2;
import static org.bulkhead.vm.verifier.RawClass.u4;

import java.util.List;
import java.util.function.Consumer;
import org.bulkhead.vm.verifier.VerificationProblem.Kind;

/** Class files whose fields or methods cannot be declared so (JVMS 4.5, 4.6, 4.7.2, 4.7.3). */
final class BadMembers {
    private static final int RETURN = 0xB1;

    private BadMembers() {}

    private static BadClass method(String what, String named, Consumer<RawClass> content) {
        return BadClass.of(what, Kind.MALFORMED, named, VerificationProblem.NO_OFFSET, content);
    }

    private static BadClass method(String what, Consumer<RawClass> content) {
        return method(what, BadClass.M, content);
    }

    static List<BadClass> all() {
        return List.of(
            BadClass.format("a field with an impossible name", c -> c.declareField(1, "a.b", "I")),
            BadClass.format("a field with an impossible type", c -> c.declareField(1, "f", "V")),
            BadClass.format("a field declared twice", c -> c.declareField(1, "f", "I").declareField(1, "f", "I")),
            BadClass.format("a field public and private", c -> c.declareField(3, "f", "I")),
            BadClass.format("a field final and volatile", c -> c.declareField(0x51, "f", "I")),
            BadClass.format("a field of an interface that is not static", c -> {
                c.access = RawClass.INTERFACE;
                c.declareField(0x11, "f", "I");
            }),
            BadClass.format("a constant of the wrong kind", c -> c.declareField(0x19, "f", "I", c.attribute("ConstantValue", u2(c.longConstant(1))))),
            BadClass.format("a constant object", c -> c.declareField(0x19, "f", "Ljava/lang/Object;", c.attribute("ConstantValue", u2(c.string("x"))))),
            BadClass.format("two constants for one field", c -> c.declareField(0x19, "f", "I", c.attribute("ConstantValue", u2(c.integer(1))), c.attribute("ConstantValue", u2(c.integer(1))))),
            method("a method with an impossible name", "a/b()V", c -> c.declare(1, "a/b", "()V", c.code(0, 1, RETURN))),
            method("a method with an impossible descriptor", "m(V)V", c -> c.declare(1, "m", "(V)V", c.code(0, 1, RETURN))),
            method("a method declared twice", c -> c.run(c.code(0, 0, RETURN)).run(c.code(0, 0, RETURN))),
            method("a method public and protected", c -> c.declare(5, "m", "()V", c.code(0, 1, RETURN))),
            method("a method abstract and final", c -> c.declare(0x411, "m", "()V")),
            method("a method abstract and private", c -> c.declare(0x402, "m", "()V")),
            method("a method abstract and synchronized", c -> c.declare(0x421, "m", "()V")),
            method("a method without code", c -> c.declare(1, "m", "()V")),
            method("an abstract method with code", c -> {
                c.access = 0x421;
                c.declare(0x401, "m", "()V", c.code(0, 1, RETURN));
            }),
            method("a native method with code", c -> c.declare(0x101, "m", "()V", c.code(0, 1, RETURN))),
            method("a method with two codes", c -> c.declare(1, "m", "()V", c.code(0, 1, RETURN), c.code(0, 1, RETURN))),
            method("a static constructor", "<init>()V", c -> c.declare(9, "<init>", "()V", c.code(0, 0, RETURN))),
            method("a constructor with a result", "<init>()I", c -> c.declare(1, "<init>", "()I", c.code(0, 1, RETURN))),
            method("a constructor of an interface", "<init>()V", c -> {
                c.access = RawClass.INTERFACE;
                c.declare(1, "<init>", "()V", c.code(0, 1, RETURN));
            }),
            method("a class initialiser with an argument", "<clinit>(I)V", c -> c.declare(8, "<clinit>", "(I)V", c.code(0, 1, RETURN))),
            method("a class initialiser that is not static", "<clinit>()V", c -> c.declare(0, "<clinit>", "()V", c.code(0, 1, RETURN))),
            method("a final method of an interface", c -> {
                c.access = RawClass.INTERFACE;
                c.declare(0x11, "m", "()V", c.code(0, 1, RETURN));
            }),
            method("a protected method of an interface", c -> {
                c.access = RawClass.INTERFACE;
                c.declare(0x404, "m", "()V");
            }),
            method("a static method of an interface of Java 7", c -> {
                c.access = RawClass.INTERFACE;
                c.major = 51;
                c.declare(9, "m", "()V", c.code(0, 0, RETURN));
            }),
            method("arguments of more than 255 slots", "m(" + "J".repeat(128) + ")V", c -> c.declare(9, "m", "(" + "J".repeat(128) + ")V", c.code(0, 256, RETURN))),
            method("fewer local variables than arguments", "m(JI)V", c -> c.declare(1, "m", "(JI)V", c.code(0, 3, RETURN))),
            method("code of no bytes", c -> c.run(c.code(0, 0))),
            method("code of 65,536 bytes", c -> c.run(c.code(0, 0, new byte[65_536]))),
            method("code longer than its attribute", c -> c.run(c.attribute("Code", bytes(u2(0), u2(0), u4(100), RETURN)))),
            method("a handler that covers nothing", c -> c.run(c.code(1, 0, bytes(0, RETURN), List.of(RawClass.handler(1, 1, 0, 0)), null))),
            method("a handler that covers more than the code", c -> c.run(c.code(1, 0, bytes(0, RETURN), List.of(RawClass.handler(0, 3, 0, 0)), null))),
            method("a handler beyond the code", c -> c.run(c.code(1, 0, bytes(0, RETURN), List.of(RawClass.handler(0, 1, 2, 0)), null))),
            method("a handler of a class that is a text", c -> c.run(c.code(1, 0, bytes(0, RETURN), List.of(RawClass.handler(0, 1, 1, c.utf8("x"))), null))),
            method("two stack maps", c -> c.run(c.attribute("Code", bytes(u2(0), u2(0), u4(1), RETURN, u2(0), u2(2), c.attribute("StackMapTable", u2(0)), c.attribute("StackMapTable", u2(0)))))),
            method("a line number beyond the code", c -> c.run(c.attribute("Code", bytes(u2(0), u2(0), u4(1), RETURN, u2(0), u2(1), c.attribute("LineNumberTable", bytes(u2(1), u2(5), u2(1))))))),
            method("a local variable beyond the code",
                c -> c.run(c.attribute("Code", bytes(u2(0), u2(1), u4(1), RETURN, u2(0), u2(1), c.attribute("LocalVariableTable", bytes(u2(1), u2(0), u2(5), u2(c.utf8("x")), u2(c.utf8("I")), u2(0))))))),
            method("an exception that is a text", c -> c.declare(9, "m", "()V", c.code(0, 0, RETURN), c.attribute("Exceptions", bytes(u2(1), u2(c.utf8("x")))))));
    }
}
