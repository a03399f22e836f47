package org.bulkhead.vm.compiler.check;

import org.bulkhead.vm.compiler.CompilerEnvironment;
import org.bulkhead.vm.compiler.RuntimeCall;
import org.bulkhead.vm.compiler.model.TypeSystem;
import org.bulkhead.vm.compiler.model.VmMethod;
import org.bulkhead.vm.compiler.model.VmType;

/** An environment like that of an isolate's world in which no class is initialised beforehand: it depends on class files alone. */
public final class ArchiveEnvironment implements CompilerEnvironment {
    private static final String CALLS = "org/bulkhead/vm/runtime/RuntimeCalls";
    private static final String INLINE = "Lorg/bulkhead/vm/magic/Inline;";
    private static final String NO_STACK_PROBE = "Lorg/bulkhead/vm/magic/NoStackProbe;";
    private static final String UNINTERRUPTIBLE = "Lorg/bulkhead/vm/magic/Uninterruptible;";

    private final TypeSystem types;

    /** Works with the types of one build. */
    public ArchiveEnvironment(TypeSystem types) {
        this.types = types;
    }

    @Override
    public TypeSystem types() {
        return types;
    }

    @Override
    public VmMethod runtimeMethod(RuntimeCall call) {
        return types.type(CALLS).declaredMethod(call.method(), call.descriptor());
    }

    @Override
    public boolean needsInitializationCheck(VmType type) {
        return type.classInitializer() != null || type.superclass() != null && needsInitializationCheck(type.superclass());
    }

    @Override
    public boolean polls(VmMethod method) {
        return probesStack(method);
    }

    @Override
    public boolean probesStack(VmMethod method) {
        return !isMarked(method, UNINTERRUPTIBLE) && !isMarked(method, NO_STACK_PROBE);
    }

    private static boolean isMarked(VmMethod method, String annotation) {
        return method.isAnnotated(annotation) || method.owner().isAnnotated(annotation);
    }

    @Override
    public boolean inlines(VmMethod called) {
        return called.isAnnotated(INLINE) && !needsInitializationCheck(called.owner());
    }
}
