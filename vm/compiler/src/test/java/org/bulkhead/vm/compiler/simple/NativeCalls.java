package org.bulkhead.vm.compiler.simple;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.bulkhead.vm.compiler.CompiledMethod;
import org.bulkhead.vm.compiler.Routine;
import org.bulkhead.vm.compiler.Symbol;
import org.bulkhead.vm.compiler.analysis.Kind;
import org.bulkhead.vm.compiler.model.VmMethod;
import org.bulkhead.vm.compiler.model.VmType;
import org.bulkhead.vm.compiler.x64.Access;
import org.bulkhead.vm.compiler.x64.Alu;
import org.bulkhead.vm.compiler.x64.Assembler;
import org.bulkhead.vm.compiler.x64.Label;
import org.bulkhead.vm.compiler.x64.Memory;
import org.bulkhead.vm.compiler.x64.Precision;
import org.bulkhead.vm.compiler.x64.Register;
import org.bulkhead.vm.compiler.x64.Width;
import org.objectweb.asm.Type;

/** Calls static methods with numeric arguments natively and on HotSpot, and reports every call whose outcomes differ. */
final class NativeCalls {
    private static final int WRITE = 1;
    private static final int SIGACTION = 13;
    private static final int SIGALTSTACK = 131;
    private static final int EXIT = 60;
    private static final int SA_FLAGS = 4 | 0x0800_0000 | 0x0400_0000 | 0x4000_0000;
    private static final int SIGNAL_STACK = 1 << 16;
    private static final int FRAME = 1024;
    private static final int RECORD = 16;

    private final NativeProgram program;
    private final List<Case> cases = new ArrayList<>();

    private record Case(Method method, Object[] arguments) {
        @Override
        public String toString() {
            return method.getName() + Arrays.toString(arguments);
        }
    }

    NativeCalls(NativeProgram program) {
        this.program = program;
    }

    void add(Method method, Object... arguments) {
        cases.add(new Case(method, arguments));
    }

    int size() {
        return cases.size();
    }

    /** Returns one line per difference. */
    List<String> differences(Path file) throws IOException, InterruptedException {
        ByteBuffer results = ByteBuffer.wrap(program.run(file, entry())).order(ByteOrder.LITTLE_ENDIAN);
        List<String> differences = new ArrayList<>();
        for (Case each : cases) {
            long bits = results.getLong();
            long outcome = results.getLong();
            String actual = outcome == 0 ? value(each.method.getReturnType(), bits) : TestRuntime.Outcome.values()[(int) outcome].name();
            String expected = onHotSpot(each);
            if (!expected.equals(actual)) {
                differences.add(each + ": " + actual + " instead of " + expected);
            }
        }
        return differences;
    }

    private static String value(Class<?> type, long bits) {
        return type == int.class ? String.valueOf((int) bits) : type == long.class ? String.valueOf(bits)
            : type == float.class ? String.valueOf(Float.intBitsToFloat((int) bits)) : type == double.class ? String.valueOf(Double.longBitsToDouble(bits))
            : type == boolean.class ? String.valueOf((int) bits != 0) : type == byte.class ? String.valueOf((byte) bits)
            : type == short.class ? String.valueOf((short) bits) : type == char.class ? String.valueOf((int) (char) bits) : "void";
    }

    private static String onHotSpot(Case each) {
        try {
            Object result = each.method.invoke(null, each.arguments);
            return result == null ? "void" : result instanceof Character character ? String.valueOf((int) character) : String.valueOf(result);
        } catch (InvocationTargetException e) {
            return TestRuntime.Outcome.of(e.getCause()).name();
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    /** A frame of its own; each call leaves a record of result and outcome behind the program, which is written at the end. */
    private CompiledMethod entry() {
        VmType runtime = program.environment.types().type(TestRuntime.class.getName().replace('.', '/'));
        Memory heap = Memory.at(new Symbol.StaticField(runtime.declaredField("allocation")));
        Memory from = Memory.at(new Symbol.StaticField(runtime.declaredField("fromSpace")));
        Memory to = Memory.at(new Symbol.StaticField(runtime.declaredField("toSpace")));
        Memory recovery = Memory.at(new Symbol.StaticField(runtime.declaredField("recovery")));
        Memory recoveryFrame = Memory.at(new Symbol.StaticField(runtime.declaredField("recoveryFrame")));
        Memory outcome = Memory.at(new Symbol.StaticField(runtime.declaredField("outcome")));
        Assembler asm = new Assembler();
        Moves moves = new Moves(asm);
        int records = program.zeroed();
        int signalStack = records + RECORD * cases.size() + 64;
        int objects = signalStack + SIGNAL_STACK + TestRuntime.SPACE - 1 & -TestRuntime.SPACE;
        asm.move(Width.LONG, Register.RBP, Register.RSP);
        asm.alu(Alu.AND, Width.LONG, Register.RBP, -16);
        asm.loadAddress(Width.LONG, Register.RSP, Memory.at(Register.RBP, -FRAME));
        asm.store(Access.LONG, recoveryFrame, Register.RBP);
        asm.move(Register.RAX, objects);
        asm.store(Access.LONG, heap, Register.RAX);
        asm.store(Access.LONG, from, Register.RAX);
        asm.move(Register.RAX, objects + TestRuntime.SPACE);
        asm.store(Access.LONG, to, Register.RAX);
        catchSignals(asm, signalStack);
        asm.move(Register.RBX, records);
        for (Case each : cases) {
            VmMethod method = program.environment.types().type(each.method.getDeclaringClass().getName().replace('.', '/'))
                .declaredMethod(each.method.getName(), Type.getMethodDescriptor(each.method));
            program.need(method);
            asm.store(Access.LONG, FrameLayout.slot(0), Register.RBX);
            asm.store(Access.INT, outcome, 0);
            Label after = new Label();
            asm.loadAddress(Register.RAX, after);
            asm.store(Access.LONG, recovery, Register.RAX);
            moves.arguments(Arrays.stream(each.arguments).map(NativeCalls::constant).toList());
            asm.call(new Symbol.Code(method));
            asm.bind(after);
            asm.load(Access.LONG, Register.RBX, FrameLayout.slot(0));
            asm.load(Access.INT, Register.RCX, outcome);
            if (each.method.getReturnType() == float.class || each.method.getReturnType() == double.class) {
                asm.store(Precision.DOUBLE, Memory.at(Register.RBX, 0), Register.XMM0);
            } else {
                asm.store(Access.LONG, Memory.at(Register.RBX, 0), Register.RAX);
            }
            asm.store(Access.LONG, Memory.at(Register.RBX, Long.BYTES), Register.RCX);
            asm.alu(Alu.ADD, Width.LONG, Register.RBX, RECORD);
        }
        Label again = new Label();
        asm.move(Register.RSI, records);
        asm.bind(again);
        asm.move(Width.LONG, Register.RDX, Register.RBX);
        asm.alu(Alu.SUB, Width.LONG, Register.RDX, Register.RSI);
        systemCall(asm, WRITE, 1);
        asm.alu(Alu.ADD, Width.LONG, Register.RSI, Register.RAX);
        asm.alu(Alu.CMP, Width.LONG, Register.RSI, Register.RBX);
        asm.jump(org.bulkhead.vm.compiler.x64.Condition.BELOW, again);
        systemCall(asm, EXIT, 0);
        return new CompiledMethod(null, asm.code(), 0, asm.relocations(), List.of(), List.of(), List.of(), Set.of());
    }

    private static Operand constant(Object value) {
        if (value instanceof Long number) {
            return Operand.ofLong(number);
        } else if (value instanceof Float number) {
            return new Operand.Constant(Kind.FLOAT, Float.floatToRawIntBits(number));
        } else if (value instanceof Double number) {
            return new Operand.Constant(Kind.DOUBLE, Double.doubleToRawLongBits(number));
        } else if (value instanceof Boolean bit) {
            return Operand.ofInt(bit ? 1 : 0);
        } else if (value instanceof Character character) {
            return Operand.ofInt(character);
        }
        return Operand.ofInt(((Number) value).intValue());
    }

    private static void systemCall(Assembler asm, int number, int first) {
        asm.move(Register.RDI, first);
        asm.move(Register.RAX, number);
        asm.syscall();
    }

    private static void catchSignals(Assembler asm, int stack) {
        asm.move(Register.RSI, 0);
        asm.move(Register.RAX, stack);
        asm.store(Access.LONG, FrameLayout.slot(9), Register.RAX);
        asm.store(Access.LONG, FrameLayout.slot(8), 0);
        asm.store(Access.LONG, FrameLayout.slot(7), SIGNAL_STACK);
        asm.loadAddress(Width.LONG, Register.RDI, FrameLayout.slot(9));
        asm.move(Register.RAX, SIGALTSTACK);
        asm.syscall();
        asm.move(Register.RAX, new Symbol.RoutineCode(Routine.SIGNAL_HANDLER));
        asm.store(Access.LONG, FrameLayout.slot(9), Register.RAX);
        asm.store(Access.LONG, FrameLayout.slot(8), SA_FLAGS);
        asm.move(Register.RAX, new Symbol.RoutineCode(Routine.SIGNAL_RETURN));
        asm.store(Access.LONG, FrameLayout.slot(7), Register.RAX);
        asm.store(Access.LONG, FrameLayout.slot(6), 0);
        for (int signal : new int[] {LinuxContext.SIGSEGV, LinuxContext.SIGFPE, LinuxContext.SIGBUS}) {
            asm.loadAddress(Width.LONG, Register.RSI, FrameLayout.slot(9));
            asm.move(Register.RDX, 0);
            asm.move(Register.R10, Long.BYTES);
            systemCall(asm, SIGACTION, signal);
        }
    }
}
