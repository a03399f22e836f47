package org.bulkhead.vm.verifier;

import static org.bulkhead.vm.verifier.RawClass.bytes;
import static org.bulkhead.vm.verifier.RawClass.u2;

import java.util.List;
import org.bulkhead.vm.verifier.VerificationProblem.Kind;
import org.objectweb.asm.Opcodes;

/** Classes that use objects before they are initialised, or initialise them wrongly, or reach what they may not (JVMS 4.10.1.5, 4.10.1.8, 4.10.1.9). */
final class BadObjects implements Opcodes {
    private static final int ALOAD_0 = 42;
    private static final int ASTORE_0 = 75;
    private static final int UNINITIALIZED_THIS_ITEM = 6;
    private static final int UNINITIALIZED_ITEM = 8;
    private static final String INIT = "<init>()V";

    private BadObjects() {}

    private static int object(RawClass c) {
        return c.method("java/lang/Object", "<init>", "()V");
    }

    private static BadClass constructor(String what, int offset, java.util.function.Function<RawClass, byte[]> code) {
        return BadClass.code(what, offset, c -> c.declare(1, "<init>", "()V", code.apply(c))).in(INIT);
    }

    static List<BadClass> all() {
        return List.of(
            BadClass.code("an object returned before its initialisation", 3,
                c -> c.declare(9, "m", "()Ljava/lang/Object;", c.code(1, 0, NEW, u2(c.type("java/lang/Object")), ARETURN))).in("m()Ljava/lang/Object;"),
            BadClass.code("an object passed on before its initialisation", 3, c -> c.run(c.code(1, 0, NEW, u2(c.type("java/lang/Object")), INVOKESTATIC, u2(c.method("Bad", "f", "(Ljava/lang/Object;)V")), RETURN))),
            BadClass.code("a method called before initialisation", 3, c -> c.run(c.code(1, 0, NEW, u2(c.type("java/lang/Object")), INVOKEVIRTUAL, u2(c.method("java/lang/Object", "hashCode", "()I")), POP, RETURN))),
            BadClass.code("a field read before initialisation", 3, c -> c.run(c.code(1, 0, NEW, u2(c.type("Bad")), GETFIELD, u2(c.field("Bad", "f", "I")), POP, RETURN))),
            BadClass.code("an object stored in a field before its initialisation", 3, c -> c.run(c.code(1, 0, NEW, u2(c.type("java/lang/Object")), PUTSTATIC, u2(c.field("Bad", "f", "Ljava/lang/Object;")), RETURN))),
            BadClass.code("an object stored in an array before its initialisation", 8,
                c -> c.run(c.code(3, 0, ICONST_1, ANEWARRAY, u2(c.type("java/lang/Object")), ICONST_0, NEW, u2(c.type("java/lang/Object")), AASTORE, RETURN))),
            BadClass.code("an object cast before its initialisation", 3, c -> c.run(c.code(1, 0, NEW, u2(c.type("Bad")), CHECKCAST, u2(c.type("java/lang/Object")), POP, RETURN))),
            BadClass.code("an object thrown before its initialisation", 3, c -> c.run(c.code(1, 0, NEW, u2(c.type("java/lang/Exception")), ATHROW))),
            BadClass.code("an object initialised twice", 7,
                c -> c.run(c.code(2, 0, NEW, u2(c.type("java/lang/Object")), DUP, INVOKESPECIAL, u2(object(c)), INVOKESPECIAL, u2(object(c)), INVOKESPECIAL, u2(object(c)), RETURN))),
            BadClass.code("an object initialised by another class's constructor", 3, c -> c.run(c.code(1, 0, NEW, u2(c.type("java/lang/Thread")), INVOKESPECIAL, u2(object(c)), RETURN))),
            BadClass.code("an int initialised", 1, c -> c.run(c.code(1, 0, ICONST_0, INVOKESPECIAL, u2(object(c)), RETURN))),
            BadClass.code("null initialised", 1, c -> c.run(c.code(1, 0, ACONST_NULL, INVOKESPECIAL, u2(object(c)), RETURN))),
            BadClass.code("an initialised object initialised", 2, c -> c.run(c.code(1, 0, LDC, c.string("x"), INVOKESPECIAL, u2(c.method("java/lang/String", "<init>", "()V")), RETURN))),
            BadClass.code("two objects of one place, one of them uninitialised", 0, c -> c.run(c.mapped(4, 0,
                bytes(NEW, u2(c.type("java/lang/Object")), GOTO, u2(-3)), bytes(u2(1), 255, u2(0), u2(0), u2(1), UNINITIALIZED_ITEM, u2(0))))),
            constructor("a constructor that calls no other", 0, c -> c.code(0, 1, RETURN)),
            constructor("a constructor that calls another class's", 1, c -> c.code(1, 1, ALOAD_0, INVOKESPECIAL, u2(c.method("java/lang/Thread", "<init>", "()V")), RETURN)),
            constructor("a constructor that calls another twice", 5, c -> c.code(1, 1, ALOAD_0, INVOKESPECIAL, u2(object(c)), ALOAD_0, INVOKESPECIAL, u2(object(c)), RETURN)),
            constructor("a constructor that forgets this and returns", 2, c -> c.code(1, 1, ACONST_NULL, ASTORE_0, RETURN)),
            constructor("a constructor that passes this on too early", 1, c -> c.code(1, 1, ALOAD_0, INVOKESTATIC, u2(c.method("Bad", "f", "(LBad;)V")), RETURN)),
            constructor("a constructor that reads a field too early", 1, c -> c.code(1, 1, ALOAD_0, GETFIELD, u2(c.field("Bad", "f", "I")), POP, RETURN)),
            constructor("a constructor that writes a field too early which its class does not declare", 2, c -> c.code(2, 1, ALOAD_0, ICONST_0, PUTFIELD, u2(c.field("Bad", "f", "I")), RETURN)),
            constructor("a constructor that calls its own method too early", 1, c -> c.code(1, 1, ALOAD_0, INVOKEVIRTUAL, u2(c.method("java/lang/Object", "hashCode", "()I")), POP, RETURN)),
            constructor("a constructor that returns on one way without calling another", 8,
                c -> c.mapped(1, 1, bytes(ICONST_0, IFEQ, u2(7), ALOAD_0, INVOKESPECIAL, u2(object(c)), RETURN), bytes(u2(1), 8))),
            constructor("a constructor that catches the failure of another and returns", 5, c -> c.code(1, 1, bytes(ALOAD_0, INVOKESPECIAL, u2(object(c)), RETURN, POP, RETURN),
                List.of(RawClass.handler(0, 4, 5, 0)), bytes(u2(1), 255, u2(5), u2(1), UNINITIALIZED_THIS_ITEM, u2(1), 7, u2(c.type("java/lang/Throwable"))))).at(6),
            constructor("a constructor that catches the failure of another and tries again", 1, c -> c.code(1, 1, bytes(ALOAD_0, INVOKESPECIAL, u2(object(c)), RETURN, POP, ALOAD_0, INVOKESPECIAL, u2(object(c)), RETURN),
                List.of(RawClass.handler(0, 4, 5, 0)), bytes(u2(1), 255, u2(5), u2(1), UNINITIALIZED_THIS_ITEM, u2(1), 7, u2(c.type("java/lang/Throwable"))))).hereOnly(),
            BadClass.code("an uninitialised this in a method that is no constructor", 1,
                c -> c.declare(1, "m", "()V", c.mapped(1, 1, bytes(ICONST_0, IFEQ, u2(3), RETURN), bytes(u2(1), 255, u2(4), u2(1), UNINITIALIZED_THIS_ITEM, u2(0))))),
            BadClass.code("a special call of a method of an unrelated class", 1, c -> c.declare(1, "m", "()V", c.code(1, 1, ALOAD_0, INVOKESPECIAL, u2(c.method("java/lang/Thread", "run", "()V")), RETURN))),
            BadClass.code("a special call for an object of the superclass", 1,
                c -> c.declare(1, "m", "(Ljava/lang/Object;)V", c.code(1, 2, 43, INVOKESPECIAL, u2(c.method("java/lang/Object", "hashCode", "()I")), POP, RETURN))).in("m(Ljava/lang/Object;)V"),
            BadClass.code("a special call of an interface that is only inherited", 1, c -> {
                c.superClass = c.type("java/lang/Thread");
                c.declare(1, "m", "()V", c.code(1, 1, ALOAD_0, INVOKESPECIAL, u2(c.interfaceMethod("java/lang/Runnable", "run", "()V")), RETURN));
            }),
            BadClass.code("a protected method of another object", 2, c -> c.run(c.code(1, 0, LDC, c.string("x"), INVOKEVIRTUAL, u2(c.method("java/lang/Object", "clone", "()Ljava/lang/Object;")), POP, RETURN))),
            BadClass.code("a protected field of another object", 2, c -> {
                c.superClass = c.type("java/io/FilterInputStream");
                c.declare(9, "m", "(Ljava/io/FilterInputStream;)V", c.code(1, 1, ALOAD_0, NOP, GETFIELD, u2(c.field("java/io/FilterInputStream", "in", "Ljava/io/InputStream;")), POP, RETURN));
            }).in("m(Ljava/io/FilterInputStream;)V"),
            BadClass.code("a protected constructor for another object", 5, c -> {
                c.superClass = c.type("java/io/FilterInputStream");
                c.run(c.code(3, 0, NEW, u2(c.type("java/io/FilterInputStream")), DUP, ACONST_NULL, INVOKESPECIAL, u2(c.method("java/io/FilterInputStream", "<init>", "(Ljava/io/InputStream;)V")), POP, RETURN));
            }),
            BadClass.of("a final method overridden", Kind.UNVERIFIABLE, "wait()V", VerificationProblem.NO_OFFSET, c -> c.declare(1, "wait", "()V", c.code(0, 1, RETURN))),
            BadClass.of("a final superclass", Kind.UNVERIFIABLE, null, VerificationProblem.NO_OFFSET, c -> c.superClass = c.type("java/lang/String")),
            BadClass.of("a superclass that is an interface", Kind.UNVERIFIABLE, null, VerificationProblem.NO_OFFSET, c -> c.superClass = c.type("java/lang/Runnable")),
            BadClass.of("a superinterface that is a class", Kind.UNVERIFIABLE, null, VerificationProblem.NO_OFFSET, c -> c.interfaces.add(c.type("java/lang/Thread"))),
            BadClass.of("itself as superclass", Kind.UNVERIFIABLE, null, VerificationProblem.NO_OFFSET, c -> c.superClass = c.thisClass),
            BadClass.of("a superclass that is missing", Kind.MISSING_CLASS, null, VerificationProblem.NO_OFFSET, c -> c.superClass = c.type("nowhere/Missing")),
            BadClass.of("an object of a class that is missing, used as another", Kind.MISSING_CLASS, "m(Lnowhere/Missing;)V", 1,
                c -> c.declare(9, "m", "(Lnowhere/Missing;)V", c.code(1, 1, ALOAD_0, INVOKEVIRTUAL, u2(c.method("java/lang/Thread", "run", "()V")), RETURN))));
    }
}
