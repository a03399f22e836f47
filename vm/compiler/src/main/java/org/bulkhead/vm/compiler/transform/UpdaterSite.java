package org.bulkhead.vm.compiler.transform;

import java.util.List;
import java.util.Map;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.commons.GeneratorAdapter;
import org.objectweb.asm.commons.Method;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/** A call of {@code Atomic…FieldUpdater.newUpdater} with constant arguments: gets a subclass of its own for the field. */
final class UpdaterSite {
    private static final String PACKAGE = "java/util/concurrent/atomic/";
    private static final String INSTANCE = "INSTANCE";
    private static final Type OBJECT = Type.getType(Object.class);
    private static final Type CAST_ERROR = Type.getType(ClassCastException.class);

    /** The primitive type that the updaters of a class are for; Object for references. */
    private static final Map<String, Type> VARIABLES = Map.of(PACKAGE + "AtomicIntegerFieldUpdater", Type.INT_TYPE, PACKAGE + "AtomicLongFieldUpdater", Type.LONG_TYPE,
        PACKAGE + "AtomicReferenceFieldUpdater", OBJECT);

    private final MethodInsnNode call;
    private final Type updater;
    private final String owner;
    private final String field;
    private final Type type;
    private final Type self;

    private UpdaterSite(MethodInsnNode call, String owner, String field, Type type) {
        this.call = call;
        this.owner = owner;
        this.field = field;
        this.type = type;
        updater = Type.getObjectType(call.owner);
        self = Type.getObjectType(owner + "$$Updater$" + field);
    }

    static boolean handles(MethodInsnNode call) {
        return call.name.equals("newUpdater") && VARIABLES.containsKey(call.owner);
    }

    /** Returns the site, or null if an argument is not constant or the call would throw: it then stays as it is. */
    static UpdaterSite of(MethodInsnNode call, Origins origins, VarHandleTransform transform) {
        boolean isReference = VARIABLES.get(call.owner).equals(OBJECT);
        Type owner = HandleFinder.classConstant(origins.of(call, isReference ? 2 : 1));
        Type type = isReference ? HandleFinder.classConstant(origins.of(call, 1)) : VARIABLES.get(call.owner);
        String field = HandleFinder.stringConstant(origins.of(call, 0));
        if (owner == null || type == null || field == null
                || (transform.fieldAccess(owner.getInternalName(), field, type.getDescriptor()) & (Opcodes.ACC_VOLATILE | Opcodes.ACC_STATIC)) != Opcodes.ACC_VOLATILE) {
            return null;
        }
        return new UpdaterSite(call, owner.getInternalName(), field, type);
    }

    /** Returns the call that takes the operands of the original and gives the updater. */
    AbstractInsnNode replacement(SyntheticMethods methods) {
        return methods.call("newUpdater", call.desc, self, code -> {
            code.getStatic(self, INSTANCE, updater);
            code.returnValue();
        });
    }

    /** Returns the classes that the updater needs. */
    List<ClassNode> classes() {
        ClassNode made = new ClassNode(Opcodes.ASM9);
        made.visit(Opcodes.V17, Opcodes.ACC_PUBLIC | Opcodes.ACC_FINAL | Opcodes.ACC_SUPER | Opcodes.ACC_SYNTHETIC, self.getInternalName(), null, updater.getInternalName(), null);
        made.fields.add(new FieldNode(Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC | Opcodes.ACC_FINAL, INSTANCE, updater.getDescriptor(), null, null));
        Method constructor = Method.getMethod("void <init> ()");
        made.methods.add(SyntheticMethods.generate(made.name, Opcodes.ACC_PRIVATE, constructor.getName(), constructor.getDescriptor(), code -> {
            code.loadThis();
            code.invokeConstructor(updater, constructor);
            code.returnValue();
        }));
        made.methods.add(SyntheticMethods.generate(made.name, Opcodes.ACC_STATIC, "<clinit>", "()V", code -> {
            code.newInstance(self);
            code.dup();
            code.invokeConstructor(self, constructor);
            code.putStatic(self, INSTANCE, updater);
            code.returnValue();
        }));
        for (Map.Entry<String, AccessMode> each : accesses()) {
            made.methods.add(access(each.getKey(), each.getValue()));
        }
        return List.of(made, UnsafeCode.makeOffsetHolder(owner, field));
    }

    /** The abstract methods of the updaters, and the one whose inherited form would compare and set in a loop. */
    private static List<Map.Entry<String, AccessMode>> accesses() {
        return List.of(Map.entry("compareAndSet", AccessMode.of("compareAndSet")), Map.entry("weakCompareAndSet", AccessMode.of("weakCompareAndSet")),
            Map.entry("set", AccessMode.of("setVolatile")), Map.entry("lazySet", AccessMode.of("setRelease")), Map.entry("get", AccessMode.of("getVolatile")),
            Map.entry("getAndSet", AccessMode.of("getAndSet")));
    }

    private MethodNode access(String name, AccessMode mode) {
        Type variable = VARIABLES.get(call.owner);
        Type[] parameters = new Type[1 + mode.kind().operands()];
        parameters[0] = OBJECT;
        for (int i = 1; i < parameters.length; i++) {
            parameters[i] = variable;
        }
        String descriptor = Type.getMethodDescriptor(mode.kind().result(variable), parameters);
        return SyntheticMethods.generate(self.getInternalName(), Opcodes.ACC_PUBLIC, name, descriptor, code -> {
            checkReceiver(code);
            UnsafeCode.pushUnsafe(code);
            code.loadArg(0);
            UnsafeCode.pushFieldOffset(code, owner, field);
            for (int i = 1; i < parameters.length; i++) {
                code.loadArg(i);
                if (i == parameters.length - 1) {
                    Conversion.convert(code, variable, type);
                }
            }
            UnsafeCode.access(code, mode, type);
            code.returnValue();
        });
    }

    /** The class library's updaters throw ClassCastException for null, too. */
    private void checkReceiver(GeneratorAdapter code) {
        Label fits = code.newLabel();
        code.loadArg(0);
        code.instanceOf(Type.getObjectType(owner));
        code.ifZCmp(GeneratorAdapter.NE, fits);
        code.newInstance(CAST_ERROR);
        code.dup();
        code.invokeConstructor(CAST_ERROR, Method.getMethod("void <init> ()"));
        code.throwException();
        code.mark(fits);
    }
}
