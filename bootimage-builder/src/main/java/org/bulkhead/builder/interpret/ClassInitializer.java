package org.bulkhead.builder.interpret;

import org.bulkhead.vm.compiler.model.VmField;
import org.bulkhead.vm.compiler.model.VmMethod;
import org.bulkhead.vm.compiler.model.VmType;
import org.bulkhead.vm.linker.heap.ImageHeap;

/** Initialises classes in the order of JVMS §5.5, for the single thread that exists while building. */
final class ClassInitializer {
    private static final long[] NO_ARGUMENTS = {};

    private final Interpreter interpreter;
    private final InitializationPolicy policy;

    ClassInitializer(Interpreter interpreter, InitializationPolicy policy) {
        this.interpreter = interpreter;
        this.policy = policy;
    }

    /** Initialises a class unless that is done or under way; a class whose initialiser fails keeps the initial values of its fields. */
    void initialize(ClassState state) {
        switch (state.initialization) {
            case INITIALIZED, RUNNING -> { }
            case FAILED -> {
                checkAllowed(state.type);
                throw interpreter.thrown("java/lang/NoClassDefFoundError", "Could not initialize class " + state.type.displayName());
            }
            case UNINITIALIZED -> {
                VmType type = state.type;
                if (type.isArray() || type.isPrimitive()) {
                    state.initialization = ClassState.Initialization.INITIALIZED;
                    return;
                }
                checkAllowed(type);
                run(state);
            }
        }
    }

    private void checkAllowed(VmType type) {
        if (type.classInitializer() != null && !policy.mayInitialize(type)) {
            throw interpreter.refusal("class " + type.displayName() + " is initialised at run time");
        }
    }

    private void run(ClassState state) {
        VmType type = state.type;
        state.initialization = ClassState.Initialization.RUNNING;
        try {
            if (type.superclass() != null && !type.isInterface()) {
                initialize(interpreter.state(type.superclass()));
                initializeInterfaces(type);
            }
            VmMethod initializer = type.classInitializer();
            if (initializer != null) {
                runInitializer(state, initializer);
            }
            state.initialization = ClassState.Initialization.INITIALIZED;
            policy.initialized(type);
        } catch (RuntimeException e) {
            if (state.initialization != ClassState.Initialization.FAILED) {
                state.initialization = ClassState.Initialization.UNINITIALIZED;
            }
            reset(type);
            policy.failed(type, e);
            throw e;
        }
    }

    private void runInitializer(ClassState state, VmMethod initializer) {
        try {
            interpreter.call(initializer, NO_ARGUMENTS);
        } catch (InterpretedException e) {
            state.initialization = ClassState.Initialization.FAILED;
            if (interpreter.heap().typeOf(e.throwable()).isSubtypeOf(interpreter.types().type("java/lang/Error"))) {
                throw e;
            }
            int wrapper = interpreter.newObject("java/lang/ExceptionInInitializerError", "(Ljava/lang/Throwable;)V", e.throwable());
            throw new InterpretedException(wrapper, "in the initialiser of " + state.type.displayName() + ": " + e.getMessage(), e.path());
        }
    }

    /** Superinterfaces are initialised with a class only if they declare a method with a body that is not static. */
    private void initializeInterfaces(VmType type) {
        for (VmType each : type.interfaces()) {
            if (interpreter.state(each).isInitialized()) {
                continue;
            }
            initializeInterfaces(each);
            if (declaresDefaultMethod(each)) {
                initialize(interpreter.state(each));
            }
        }
    }

    static boolean declaresDefaultMethod(VmType type) {
        for (VmMethod method : type.methods()) {
            if (!method.isAbstract() && !method.isStatic()) {
                return true;
            }
        }
        return false;
    }

    private void reset(VmType type) {
        ImageHeap heap = interpreter.heap();
        for (VmField field : type.fields()) {
            if (field.isStatic()) {
                heap.resetStatic(field);
            }
        }
    }
}
