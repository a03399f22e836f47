package org.bulkhead.vm.compiler.transform;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bulkhead.vm.compiler.model.TypeSystem;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.commons.Method;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TypeInsnNode;

/** Replaces what one method does with handles, lookups and field updaters. */
final class HandleUses {
    private static final String METHOD_HANDLE = "java/lang/invoke/MethodHandle";
    private static final Set<String> UNAVAILABLE_OWNERS = Set.of(HandleFinder.METHOD_HANDLES, HandleFinder.LOOKUP, HandleFinder.BOOTSTRAPS, METHOD_HANDLE,
        "java/lang/invoke/MethodHandleProxies", "java/lang/invoke/LambdaMetafactory", "java/lang/invoke/StringConcatFactory");
    private static final String UNSUPPORTED = "java/lang/UnsupportedOperationException";
    private static final String CONTROLLER = "java/security/AccessController";
    private static final Map<String, String> FENCES = Map.of("fullFence", "fullFence", "acquireFence", "loadFence", "releaseFence", "storeFence",
        "loadLoadFence", "loadLoadFence", "storeStoreFence", "storeStoreFence");

    private final VarHandleTransform transform;
    private final TypeSystem types;
    private final ClassNode node;
    private final MethodNode method;
    private final SyntheticMethods methods;
    private final Origins origins;
    /** Calls whose result is not needed: they become null. */
    private final Set<AbstractInsnNode> dead;
    private final Map<AbstractInsnNode, List<AbstractInsnNode>> replacements = new LinkedHashMap<>();

    HandleUses(VarHandleTransform transform, TypeSystem types, ClassNode node, MethodNode method, SyntheticMethods methods, Origins origins, Set<AbstractInsnNode> makers) {
        this.transform = transform;
        this.types = types;
        this.node = node;
        this.method = method;
        this.methods = methods;
        this.origins = origins;
        dead = new HashSet<>(makers);
    }

    /** Returns whether the method has a call that could be of interest. */
    static boolean mayHold(MethodNode method) {
        for (AbstractInsnNode instruction = method.instructions.getFirst(); instruction != null; instruction = instruction.getNext()) {
            if (instruction instanceof MethodInsnNode call
                    && (call.owner.equals(HandleFinder.VAR_HANDLE) || UNAVAILABLE_OWNERS.contains(call.owner) || UpdaterSite.handles(call) || OffsetSite.handles(call))) {
                return true;
            }
        }
        return false;
    }

    void replace() {
        List<MethodInsnNode> calls = new ArrayList<>();
        for (AbstractInsnNode instruction : method.instructions) {
            if (instruction instanceof MethodInsnNode call && origins.isReachable(call)) {
                calls.add(call);
            }
        }
        Set<AbstractInsnNode> harmless = new HashSet<>(dead);
        calls.stream().filter(HandleUses::ensuresInitialization).forEach(harmless::add);
        // A lookup that is kept for later becomes null: what is done with it then is replaced there.
        for (AbstractInsnNode instruction : method.instructions) {
            if (instruction instanceof FieldInsnNode store && store.getOpcode() == Opcodes.PUTSTATIC && store.desc.equals("L" + HandleFinder.LOOKUP + ";")) {
                harmless.add(store);
            }
        }
        findDeadLookups(calls, harmless);
        for (MethodInsnNode call : calls) {
            if (dead.contains(call)) {
                drop(call);
            } else {
                AbstractInsnNode replacement = replacement(call);
                if (replacement != null) {
                    replacements.put(call, List.of(replacement));
                }
            }
        }
        replacements.forEach((old, made) -> {
            made.forEach(each -> method.instructions.insertBefore(old, each));
            method.instructions.remove(old);
        });
    }

    /** A lookup is dead if all that is done with it is to make things that are dead themselves, or that need none any more. */
    private void findDeadLookups(List<MethodInsnNode> calls, Set<AbstractInsnNode> harmless) {
        boolean found = true;
        while (found) {
            found = false;
            for (MethodInsnNode call : calls) {
                if (makesLookup(call) && !dead.contains(call) && !origins.consumers(call).isEmpty() && harmless.containsAll(origins.consumers(call))) {
                    dead.add(call);
                    harmless.add(call);
                    found = true;
                }
            }
        }
    }

    private static boolean makesLookup(MethodInsnNode call) {
        return call.owner.equals(HandleFinder.METHOD_HANDLES) && Set.of("lookup", "publicLookup", "privateLookupIn").contains(call.name)
            || call.owner.equals(CONTROLLER) && call.name.equals("doPrivileged");
    }

    private static boolean ensuresInitialization(MethodInsnNode call) {
        return call.owner.equals(HandleFinder.LOOKUP) && call.name.equals("ensureInitialized");
    }

    /** Puts null in place of a call and drops its operands; a privileged action that was made for the call alone is not made either. */
    private void drop(MethodInsnNode call) {
        List<AbstractInsnNode> made = new ArrayList<>();
        Type[] arguments = Type.getArgumentTypes(call.desc);
        if (call.owner.equals(CONTROLLER) && arguments.length == 1) {
            dropAction(call);
        }
        for (int i = arguments.length - 1; i >= 0; i--) {
            made.add(new InsnNode(arguments[i].getSize() == 2 ? Opcodes.POP2 : Opcodes.POP));
        }
        if (call.getOpcode() != Opcodes.INVOKESTATIC) {
            made.add(new InsnNode(Opcodes.POP));
        }
        made.add(new InsnNode(Opcodes.ACONST_NULL));
        replacements.put(call, made);
    }

    private void dropAction(MethodInsnNode call) {
        AbstractInsnNode action = origins.of(call, 0);
        if (action instanceof TypeInsnNode creation && creation.getOpcode() == Opcodes.NEW) {
            Set<AbstractInsnNode> others = new HashSet<>(origins.consumers(creation));
            others.remove(call);
            if (others.size() == 1 && others.iterator().next() instanceof MethodInsnNode constructor && constructor.name.equals("<init>") && constructor.desc.equals("()V")) {
                replacements.put(creation, List.of(new InsnNode(Opcodes.ACONST_NULL)));
                replacements.put(constructor, List.of(new InsnNode(Opcodes.POP)));
            }
        } else if (action instanceof FieldInsnNode && origins.consumers(action).equals(Set.of(call))) {
            replacements.put(action, List.of(new InsnNode(Opcodes.ACONST_NULL)));
        }
    }

    private AbstractInsnNode replacement(MethodInsnNode call) {
        if (call.owner.equals(HandleFinder.VAR_HANDLE)) {
            if (call.getOpcode() == Opcodes.INVOKESTATIC) {
                return fence(call);
            }
            AccessMode mode = AccessMode.of(call.name);
            return mode == null ? null : access(call, mode);
        }
        if (UpdaterSite.handles(call)) {
            UpdaterSite site = UpdaterSite.of(call, origins, transform);
            if (site == null) {
                return null;
            }
            site.classes().forEach(made -> transform.define(types, made));
            return site.replacement(methods);
        }
        if (OffsetSite.handles(call)) {
            return OffsetSite.replacement(call, origins, methods, made -> transform.define(types, made));
        }
        if (ensuresInitialization(call)) {
            return methods.call("ensureInitialized", "(L" + HandleFinder.LOOKUP + ";Ljava/lang/Class;)Ljava/lang/Class;", call.name, code -> {
                UnsafeCode.pushUnsafe(code);
                code.loadArg(1);
                code.invokeVirtual(UnsafeCode.UNSAFE, Method.getMethod("void ensureClassInitialized (Class)"));
                code.loadArg(1);
                code.returnValue();
            });
        }
        return UNAVAILABLE_OWNERS.contains(call.owner) ? unsupported(call, "method handles are not available in an image") : null;
    }

    private AbstractInsnNode fence(MethodInsnNode call) {
        String unsafe = FENCES.get(call.name);
        return unsafe == null ? null : methods.call("fence", call.desc, unsafe, code -> {
            UnsafeCode.pushUnsafe(code);
            code.invokeVirtual(UnsafeCode.UNSAFE, new Method(unsafe, "()V"));
            code.returnValue();
        });
    }

    private AbstractInsnNode access(MethodInsnNode call, AccessMode mode) {
        AbstractInsnNode handle = origins.of(call, Type.getArgumentTypes(call.desc).length);
        HandleShape shape = handle instanceof FieldInsnNode field && field.getOpcode() == Opcodes.GETSTATIC ? transform.shape(field.owner, field.name) : null;
        if (shape == null) {
            return unsupported(call, "its handle is not one that a class initialiser makes from constants and keeps in a static final field");
        }
        Type[] arguments = Type.getArgumentTypes(call.desc);
        if (arguments.length != HandleAccess.coordinates(shape) + mode.kind().operands()) {
            return methods.callThrowing("java/lang/invoke/WrongMethodTypeException", "VarHandle." + call.name + " is called with " + arguments.length + " arguments", withReceiver(call));
        }
        if (!HandleAccess.supports(shape, mode) || isForbiddenWrite(shape, mode)) {
            return unsupported(call, "a variable like " + shape + " has no such access");
        }
        if (shape instanceof HandleShape.InstanceField field && !mode.isPlain()) {
            transform.define(types, UnsafeCode.makeOffsetHolder(field.owner(), field.name()));
        }
        return methods.call("varHandle" + Character.toUpperCase(call.name.charAt(0)) + call.name.substring(1), withReceiver(call), Arrays.asList(shape, mode),
            code -> HandleAccess.write(code, shape, mode));
    }

    private boolean isForbiddenWrite(HandleShape shape, AccessMode mode) {
        if (mode.kind() == AccessMode.Kind.GET) {
            return false;
        }
        int access = shape instanceof HandleShape.InstanceField field ? transform.fieldAccess(field.owner(), field.name(), field.type().getDescriptor())
            : shape instanceof HandleShape.StaticField field ? transform.fieldAccess(field.owner(), field.name(), field.type().getDescriptor()) : 0;
        return (access & Opcodes.ACC_FINAL) != 0;
    }

    private AbstractInsnNode unsupported(MethodInsnNode call, String reason) {
        String name = call.owner.substring(call.owner.lastIndexOf('/') + 1).replace('$', '.') + "." + call.name;
        return methods.callThrowing(UNSUPPORTED, name + " in " + node.name.replace('/', '.') + "." + method.name + " cannot be compiled: " + reason, withReceiver(call));
    }

    /** Returns the descriptor of a static method that takes the operands of the call. */
    private static String withReceiver(MethodInsnNode call) {
        return call.getOpcode() == Opcodes.INVOKESTATIC ? call.desc : "(L" + call.owner + ";" + call.desc.substring(1);
    }
}
