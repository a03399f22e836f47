package org.bulkhead.vm.linker;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.bulkhead.vm.compiler.CompilerEnvironment;
import org.bulkhead.vm.compiler.RuntimeCall;
import org.bulkhead.vm.compiler.model.TypeSystem;
import org.bulkhead.vm.compiler.model.VmMethod;
import org.bulkhead.vm.compiler.model.VmType;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;

/** What the compiler must know of the world that it compiles for. */
public final class WorldEnvironment implements CompilerEnvironment {
    private static final String ISOLATE_CALLS = "org/bulkhead/vm/runtime/RuntimeCalls";
    private static final String NUCLEUS_CALLS = "org/bulkhead/nucleus/kernel/NucleusCalls";
    private static final String NUCLEUS = "org/bulkhead/nucleus/";
    private static final String RUNTIME = "org/bulkhead/vm/runtime/";
    private static final String ENUM = "java/lang/Enum";
    private static final String RECORD = "java/lang/Record";
    /** Instructions of an accessor: the receiver, its field, the return. */
    private static final int ACCESSOR_LENGTH = 3;
    private static final String UNINTERRUPTIBLE = "Lorg/bulkhead/vm/magic/Uninterruptible;";
    private static final String INLINE = "Lorg/bulkhead/vm/magic/Inline;";
    private static final String NO_STACK_PROBE = "Lorg/bulkhead/vm/magic/NoStackProbe;";

    private final World world;
    private final TypeSystem types;
    private final BuildTimeInitializers initializers;
    private final Map<VmType, Boolean> checked = new HashMap<>();

    public WorldEnvironment(World world, TypeSystem types, BuildTimeInitializers initializers) {
        this.world = world;
        this.types = types;
        this.initializers = initializers;
    }

    @Override
    public TypeSystem types() {
        return types;
    }

    /** {@inheritDoc} What the nucleus's world does not have is answered with the isolates' method, which a {@link Closure} of the nucleus refuses with the path that led to it. */
    @Override
    public VmMethod runtimeMethod(RuntimeCall call) {
        VmMethod method = world == World.NUCLEUS ? types.type(NUCLEUS_CALLS).declaredMethod(call.method(), call.descriptor()) : null;
        if (method == null) {
            method = types.type(ISOLATE_CALLS).declaredMethod(call.method(), call.descriptor());
        }
        if (method == null) {
            throw new LinkProblem(ISOLATE_CALLS.replace('/', '.') + " has no method " + call.method() + call.descriptor() + ", which compiled code needs here");
        }
        return method;
    }

    /** Returns whether a method is one that compiled code of isolates calls by itself. */
    static boolean isIsolateCall(VmMethod method) {
        return method.owner().name().equals(ISOLATE_CALLS);
    }

    @Override
    public boolean needsInitializationCheck(VmType type) {
        Boolean known = checked.get(type);
        if (known == null) {
            known = !type.isPrimitive() && !type.isArray() && !initializers.runsAtBuildTime(type) && hasInitializer(type);
            checked.put(type, known);
        }
        return known;
    }

    /** Returns whether initialising the class runs any code (JVMS §5.5). */
    private boolean hasInitializer(VmType type) {
        if (type.classInitializer() != null) {
            return true;
        }
        return !type.isInterface() && (type.superclass() != null && needsInitializationCheck(type.superclass())
            || type.allInterfaces().stream().anyMatch(each -> each.classInitializer() != null && each.declaresDefaultMethods() && !initializers.runsAtBuildTime(each)));
    }

    /**
     * {@inheritDoc} In the nucleus: no stack trace is ever taken there, and a null receiver is a broken invariant, wherever it shows. In isolates: what is marked for it, and the accessors of records, which
     * can fail only for a null receiver, at the place of the call.
     */
    @Override
    public boolean inlines(VmMethod called) {
        if (world == World.NUCLEUS) {
            return called.owner().name().startsWith(NUCLEUS) || called.owner().name().equals(ENUM);
        }
        return isRecordAccessor(called) || called.isAnnotated(INLINE) && !needsInitializationCheck(called.owner());
    }

    /** Returns whether a method of a record does nothing but return a field. */
    private static boolean isRecordAccessor(VmMethod method) {
        VmType superclass = method.owner().superclass();
        if (method.isStatic() || !method.node().desc.startsWith("()") || superclass == null || !superclass.name().equals(RECORD)) {
            return false;
        }
        int[] opcodes = Stream.of(method.node().instructions.toArray()).mapToInt(AbstractInsnNode::getOpcode).filter(each -> each >= 0).toArray();
        return opcodes.length == ACCESSOR_LENGTH && opcodes[0] == Opcodes.ALOAD && opcodes[1] == Opcodes.GETFIELD;
    }

    /** {@inheritDoc} The VM's own methods do not: they hold addresses of objects, and change what all threads share. */
    @Override
    public boolean polls(VmMethod method) {
        return probesStack(method) && !method.owner().name().startsWith(RUNTIME);
    }

    @Override
    public boolean probesStack(VmMethod method) {
        return world == World.ISOLATE
            && !method.isAnnotated(UNINTERRUPTIBLE) && !method.owner().isAnnotated(UNINTERRUPTIBLE)
            && !method.isAnnotated(NO_STACK_PROBE) && !method.owner().isAnnotated(NO_STACK_PROBE);
    }
}
