package org.bulkhead.builder.interpret;

import java.util.Arrays;
import org.bulkhead.vm.compiler.model.VmType;
import org.bulkhead.vm.linker.heap.HeapType;
import org.bulkhead.vm.linker.heap.ImageHeap;
import org.bulkhead.vm.runtime.layout.ObjectLayout;
import org.objectweb.asm.Opcodes;

/** What single instructions do, as far as it is too long or too rare for the loop of {@link Execution}. */
final class Operations {
    private static final int BASE = ObjectLayout.arrayBase(Integer.BYTES);
    private static final int WIDE_BASE = ObjectLayout.arrayBase(Long.BYTES);

    private final Interpreter interpreter;
    private final ImageHeap heap;
    private final Resolver resolver;

    Operations(Interpreter interpreter) {
        this.interpreter = interpreter;
        this.heap = interpreter.heap();
        this.resolver = new Resolver(interpreter);
    }

    void resolve(Code code, Instruction in) {
        resolver.resolve(code, in);
    }

    void prepare(Code code) {
        resolver.prepare(code);
    }

    InterpretedException thrown(String className, String message) {
        return interpreter.thrown(className, message);
    }

    InterpretedException thrown(int throwable) {
        return interpreter.thrown(throwable);
    }

    /** Returns the reference in a slot, or throws NullPointerException. */
    int checkNotNull(long slot) {
        if (slot == 0) {
            throw thrown("java/lang/NullPointerException", null);
        }
        return (int) slot;
    }

    int arrayLength(long array) {
        return heap.arrayLength(checkNotNull(array));
    }

    private int checkedIndex(int array, long slot) {
        int index = (int) slot;
        int length = heap.arrayLength(array);
        if (Integer.compareUnsigned(index, length) >= 0) {
            throw thrown("java/lang/ArrayIndexOutOfBoundsException", "Index " + index + " out of bounds for length " + length);
        }
        return index;
    }

    /** Returns the build address of a byte or boolean element. */
    int element1(long slot, long index) {
        int array = checkNotNull(slot);
        return array + BASE + checkedIndex(array, index);
    }

    int element2(long slot, long index) {
        int array = checkNotNull(slot);
        return array + BASE + (checkedIndex(array, index) << 1);
    }

    int element4(long slot, long index) {
        int array = checkNotNull(slot);
        return array + BASE + (checkedIndex(array, index) << 2);
    }

    int element8(long slot, long index) {
        int array = checkNotNull(slot);
        return array + WIDE_BASE + (checkedIndex(array, index) << 3);
    }

    private static boolean isWide(HeapType array) {
        return array.arrayBase() == WIDE_BASE;
    }

    /** aaload: a reference, or an unboxed machine word. */
    long loadElement(long slot, long index) {
        return isWide(heap.heapTypeOf(checkNotNull(slot))) ? heap.getLong(element8(slot, index), 0) : heap.getInt(element4(slot, index), 0);
    }

    void storeElement(long slot, long index, long value) {
        HeapType type = heap.heapTypeOf(checkNotNull(slot));
        if (isWide(type)) {
            heap.putLong(element8(slot, index), 0, value);
            return;
        }
        int at = element4(slot, index);
        if (value != 0) {
            VmType stored = heap.typeOf((int) value);
            VmType component = type.type().component();
            if (stored != component && !stored.isSubtypeOf(component)) {
                throw thrown("java/lang/ArrayStoreException", stored.displayName());
            }
        }
        heap.putInt(at, 0, (int) value);
    }

    void storeByte(long slot, long index, int value) {
        int at = element1(slot, index);
        boolean isBoolean = heap.typeOf((int) slot).name().equals("[Z");
        heap.putByte(at, 0, (byte) (isBoolean ? value & 1 : value));
    }

    int divisor(int value) {
        if (value == 0) {
            throw thrown("java/lang/ArithmeticException", "/ by zero");
        }
        return value;
    }

    long divisor(long value) {
        if (value == 0) {
            throw thrown("java/lang/ArithmeticException", "/ by zero");
        }
        return value;
    }

    long getStatic(Instruction in) {
        StaticField field = (StaticField) in.operand;
        if (!field.owner.isInitialized()) {
            interpreter.initialize(field.owner);
        }
        return heap.getSlot(field.slot);
    }

    void putStatic(Instruction in, long value) {
        StaticField field = (StaticField) in.operand;
        if (!field.owner.isInitialized()) {
            interpreter.initialize(field.owner);
        }
        heap.putSlot(field.slot, field.narrow(value));
    }

    int newInstance(ClassState type) {
        if (!type.isInitialized()) {
            interpreter.initialize(type);
        }
        return heap.allocateInstance(type.heapType);
    }

    int newArray(Instruction in, int length) {
        HeapType type = resolver.arrayType(in);
        if (length < 0) {
            throw thrown("java/lang/NegativeArraySizeException", Integer.toString(length));
        }
        return heap.allocateArray(type, length);
    }

    /** Executes multianewarray and returns the new stack pointer. */
    int newMultiArray(Instruction in, long[] s, int sp) {
        HeapType type = resolver.arrayType(in);
        int dimensions = in.b;
        int first = sp - dimensions;
        int[] lengths = new int[dimensions];
        for (int i = 0; i < dimensions; i++) {
            lengths[i] = (int) s[first + i];
            if (lengths[i] < 0) {
                throw thrown("java/lang/NegativeArraySizeException", Integer.toString(lengths[i]));
            }
        }
        s[first] = multiArray(type, lengths, 0);
        return first + 1;
    }

    private int multiArray(HeapType type, int[] lengths, int dimension) {
        int array = heap.allocateArray(type, lengths[dimension]);
        if (dimension + 1 < lengths.length) {
            HeapType component = heap.heapType(type.type().component());
            for (int i = 0; i < lengths[dimension]; i++) {
                heap.putReference(array, heap.elementOffset(array, i), multiArray(component, lengths, dimension + 1));
            }
        }
        return array;
    }

    boolean isInstance(int object, String className) {
        VmType type = interpreter.types().find(className);
        return type != null && heap.typeOf(object).isSubtypeOf(type);
    }

    private boolean passes(Instruction in, int object) {
        int number = heap.getInt(object, ObjectLayout.HUB);
        if (number == in.passed) {
            return true;
        }
        boolean passes = heap.typeOf(object).isSubtypeOf(resolver.checkedType(in));
        if (passes) {
            in.passed = number;
        }
        return passes;
    }

    void checkCast(Instruction in, int object) {
        if (object != 0 && !passes(in, object)) {
            throw thrown("java/lang/ClassCastException",
                "class " + heap.typeOf(object).displayName() + " cannot be cast to class " + resolver.checkedType(in).displayName());
        }
    }

    int instanceOf(Instruction in, int object) {
        return object != 0 && passes(in, object) ? 1 : 0;
    }

    static int branch(Instruction in, int key) {
        if (in.operand instanceof Decoder.Table table) {
            int index = key - table.low();
            return key >= table.low() && index >= 0 && index < table.targets().length ? table.targets()[index] : in.a;
        }
        Decoder.Lookup lookup = (Decoder.Lookup) in.operand;
        int index = Arrays.binarySearch(lookup.keys(), key);
        return index >= 0 ? lookup.targets()[index] : in.a;
    }

    /** The stack operations that move more than two slots; all work on slots, so categories of values do not matter. */
    int shuffle(int op, long[] s, int sp) {
        long one = s[sp - 1];
        long two = s[sp - 2];
        switch (op) {
            case Opcodes.SWAP -> {
                s[sp - 1] = two;
                s[sp - 2] = one;
                return sp;
            }
            case Opcodes.DUP2 -> {
                s[sp] = two;
                s[sp + 1] = one;
                return sp + 2;
            }
            case Opcodes.DUP_X2 -> {
                s[sp - 1] = two;
                s[sp - 2] = s[sp - 3];
                s[sp - 3] = one;
                s[sp] = one;
                return sp + 1;
            }
            case Opcodes.DUP2_X1 -> {
                s[sp - 1] = s[sp - 3];
                s[sp - 3] = two;
                s[sp - 2] = one;
            }
            default -> {
                s[sp - 1] = s[sp - 3];
                s[sp - 2] = s[sp - 4];
                s[sp - 4] = two;
                s[sp - 3] = one;
            }
        }
        s[sp] = two;
        s[sp + 1] = one;
        return sp + 2;
    }

    static float compute(int op, float left, float right) {
        return switch (op) {
            case Opcodes.FADD -> left + right;
            case Opcodes.FSUB -> left - right;
            case Opcodes.FMUL -> left * right;
            case Opcodes.FDIV -> left / right;
            default -> left % right;
        };
    }

    static double compute(int op, double left, double right) {
        return switch (op) {
            case Opcodes.DADD -> left + right;
            case Opcodes.DSUB -> left - right;
            case Opcodes.DMUL -> left * right;
            case Opcodes.DDIV -> left / right;
            default -> left % right;
        };
    }

    static int convert(int op, long[] s, int sp) {
        int one = sp - 1;
        int two = sp - 2;
        switch (op) {
            case Opcodes.I2F -> s[one] = Float.floatToRawIntBits((int) s[one]);
            case Opcodes.F2I -> s[one] = (int) Float.intBitsToFloat((int) s[one]);
            case Opcodes.L2D -> s[two] = Double.doubleToRawLongBits(s[two]);
            case Opcodes.D2L -> s[two] = (long) Double.longBitsToDouble(s[two]);
            case Opcodes.I2D -> s[one] = Double.doubleToRawLongBits((int) s[one]);
            case Opcodes.F2L -> s[one] = (long) Float.intBitsToFloat((int) s[one]);
            case Opcodes.F2D -> s[one] = Double.doubleToRawLongBits(Float.intBitsToFloat((int) s[one]));
            case Opcodes.L2F -> s[two] = Float.floatToRawIntBits(s[two]);
            case Opcodes.D2I -> s[two] = (int) Double.longBitsToDouble(s[two]);
            default -> s[two] = Float.floatToRawIntBits((float) Double.longBitsToDouble(s[two]));
        }
        return switch (op) {
            case Opcodes.I2D, Opcodes.F2L, Opcodes.F2D -> sp + 1;
            case Opcodes.L2F, Opcodes.D2I, Opcodes.D2F -> sp - 1;
            default -> sp;
        };
    }

    static int compare(int op, long[] s, int sp) {
        boolean wide = op == Opcodes.DCMPL || op == Opcodes.DCMPG;
        int result = wide ? sp - 4 : sp - 2;
        double left = wide ? Double.longBitsToDouble(s[result]) : Float.intBitsToFloat((int) s[result]);
        double right = wide ? Double.longBitsToDouble(s[sp - 2]) : Float.intBitsToFloat((int) s[sp - 1]);
        if (left < right) {
            s[result] = -1;
        } else if (left > right) {
            s[result] = 1;
        } else if (left == right) {
            s[result] = 0;
        } else {
            s[result] = op == Opcodes.FCMPL || op == Opcodes.DCMPL ? -1 : 1;
        }
        return result + 1;
    }
}
