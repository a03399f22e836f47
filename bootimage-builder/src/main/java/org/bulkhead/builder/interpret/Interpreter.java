package org.bulkhead.builder.interpret;

import java.util.HashMap;
import java.util.Map;
import java.util.function.IntSupplier;
import org.bulkhead.builder.interpret.natives.NativeTable;
import org.bulkhead.vm.compiler.model.TypeSystem;
import org.bulkhead.vm.compiler.model.VmMethod;
import org.bulkhead.vm.compiler.model.VmType;
import org.bulkhead.vm.linker.heap.ImageHeap;

/**
 * Runs Java bytecode over an {@link ImageHeap}, while the image is built.
 *
 * <p>Values travel as 64-bit <em>slots</em>: int and smaller sign-extended (char, boolean zero-extended), float and double as raw bits, references as build
 * addresses, unboxed machine words as they are. Where slots are listed, long and double take two, the value in the first. Single-threaded.
 */
public final class Interpreter {
    private final ImageHeap heap;
    private final TypeSystem types;
    private final NativeTable natives = new NativeTable();
    private final Map<VmType, ClassState> states = new HashMap<>();
    private final Map<VmMethod, Code> codes = new HashMap<>();
    private final ClassInitializer initializer;
    private final Execution execution;
    private final Map<String, Integer> buildOnly = new HashMap<>();

    public Interpreter(ImageHeap heap, InitializationPolicy policy) {
        this.heap = heap;
        this.types = heap.types();
        this.initializer = new ClassInitializer(this, policy);
        this.execution = new Execution(this, new Operations(this));
    }

    public ImageHeap heap() {
        return heap;
    }

    public TypeSystem types() {
        return types;
    }

    /**
     * Initialises a class and what JVMS §5.5 initialises before it.
     *
     * @throws InterpretedException if an initialiser throws an exception
     * @throws BuildTimeRefusal if an initialiser wants what exists only at run time; the classes whose initialisers were running are then uninitialised again
     */
    public void initialize(VmType type) {
        initialize(state(type));
    }

    /** Returns whether a class is initialised. */
    public boolean isInitialized(VmType type) {
        return state(type).isInitialized();
    }

    /**
     * Calls a method; a static one initialises its class first, an instance method is called directly, without dispatch.
     *
     * @param slots the arguments, receiver first, long and double followed by an unused slot
     * @return the result as a slot; anything for void
     * @throws InterpretedException if the method throws an exception
     * @throws BuildTimeRefusal if the method wants what exists only at run time
     */
    public long call(VmMethod method, long... slots) {
        if (method.isStatic() && !method.isClassInitializer()) {
            initialize(method.owner());
        }
        return execution.call(code(method), slots);
    }

    /** Calls the method that {@code method} selects for the receiver in the first slot. */
    public long callVirtual(VmMethod method, long... slots) {
        return execution.call(select((int) slots[0], method), slots);
    }

    /** Makes an object of an initialised or initialisable class with the constructor of that descriptor. */
    public int newObject(String className, String constructor, long... slots) {
        VmType type = types.type(className);
        initialize(type);
        int object = heap.allocateInstance(type);
        long[] arguments = new long[slots.length + 1];
        arguments[0] = object;
        System.arraycopy(slots, 0, arguments, 1, slots.length);
        call(type.declaredMethod("<init>", constructor), arguments);
        return object;
    }

    /** Returns an exception of the interpreted program, to be thrown: a new object of the class {@code className} with that message (null: with none). */
    public InterpretedException thrown(String className, String message) {
        return thrown(message == null ? newObject(className, "()V") : newObject(className, "(Ljava/lang/String;)V", heap.newString(message)));
    }

    /** Returns the host exception that throws the Throwable object {@code throwable} in the interpreted program. */
    public InterpretedException thrown(int throwable) {
        return new InterpretedException(throwable, describe(throwable), execution.path());
    }

    private String describe(int throwable) {
        VmType type = heap.typeOf(throwable);
        int message = heap.getReference(throwable, types.resolveField("java/lang/Throwable", "detailMessage", "Ljava/lang/String;").offset());
        return message == 0 ? type.displayName() : type.displayName() + ": " + heap.stringValue(message);
    }

    /** Returns the refusal of something that exists only at run time, to be thrown; adds the interpreted call path. */
    public BuildTimeRefusal refusal(String what) {
        return new BuildTimeRefusal(what, execution.path());
    }

    /** Returns whether the interpreted thread holds the monitor of an object. */
    public boolean holdsLock(int object) {
        return execution.holdsLock(object);
    }

    /**
     * Makes the interpreter run {@code implementation} instead of the body of a method that it has not called yet.
     *
     * @param owner internal name of the class that declares the method
     * @param signature name and descriptor
     */
    public void implement(String owner, String signature, NativeMethod implementation) {
        natives.replace(owner, signature, implementation);
    }

    /** Returns the class of the method that called the method that called the native method that runs, or null. */
    public VmType callerClass() {
        Code caller = execution.caller(2);
        return caller == null ? null : caller.method.owner();
    }

    /** Returns the object called {@code name} that exists only while building; {@code maker} makes it when it is first asked for. */
    public int buildOnly(String name, IntSupplier maker) {
        Integer known = buildOnly.get(name);
        if (known == null) {
            known = maker.getAsInt();
            buildOnly.put(name, known);
        }
        return known;
    }

    /** Returns whether an object is one of {@link #buildOnly}, which must not get into an image. */
    public boolean isBuildOnly(int ref) {
        return buildOnly.containsValue(ref);
    }

    void initialize(ClassState state) {
        initializer.initialize(state);
    }

    ClassState state(VmType type) {
        ClassState known = states.get(type);
        if (known == null) {
            known = new ClassState(type, heap.heapType(type));
            states.put(type, known);
        }
        return known;
    }

    Code code(VmMethod method) {
        Code known = codes.get(method);
        if (known == null) {
            known = new Code(method, state(method.owner()), natives.find(method));
            codes.put(method, known);
        }
        return known;
    }

    /** Returns the code that a call of {@code method} runs for a receiver. */
    Code select(int receiver, VmMethod method) {
        ClassState state = state(heap.typeOf(receiver));
        Code known = state.selected.get(method);
        if (known == null) {
            if (!state.type.isSubtypeOf(method.owner())) {
                throw thrown("java/lang/IncompatibleClassChangeError",
                    "Class " + state.type.displayName() + " does not implement the requested interface " + method.owner().displayName());
            }
            VmMethod selected = state.type.select(method);
            if (selected == null || selected.isAbstract()) {
                throw thrown("java/lang/AbstractMethodError", state.type.displayName() + "." + method.name() + method.descriptor());
            }
            known = code(selected);
            state.selected.put(method, known);
        }
        return known;
    }
}
