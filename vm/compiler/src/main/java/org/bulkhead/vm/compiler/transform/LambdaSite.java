package org.bulkhead.vm.compiler.transform;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.bulkhead.vm.magic.Uninterruptible;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.commons.GeneratorAdapter;
import org.objectweb.asm.commons.Method;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.AnnotationNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * A lambda expression or method reference: makes the class of its instances, as {@code java.lang.invoke.LambdaMetafactory} describes it.
 *
 * <p>The class calls the implementation directly, private or not; it names the nest of its outer class as its own, which makes that legal.
 */
final class LambdaSite {
    private static final String FACTORY = "java/lang/invoke/LambdaMetafactory";
    private static final String SIMPLE = "metafactory";
    private static final String ALTERNATIVE = "altMetafactory";
    // Flags of altMetafactory: LambdaMetafactory.FLAG_SERIALIZABLE, FLAG_MARKERS, FLAG_BRIDGES.
    private static final int SERIALIZABLE = 1;
    private static final int MARKERS = 2;
    private static final int BRIDGES = 4;
    private static final int FIRST_EXTRA = 4;

    private static final String UNINTERRUPTIBLE = Type.getDescriptor(Uninterruptible.class);
    private static final String INFIX = "$$Lambda$";
    private static final String INSTANCE = "INSTANCE";
    private static final String GET = "get";
    private static final String CAPTURED = "captured$";
    private static final Method CONSTRUCTOR = Method.getMethod("void <init> ()");
    private static final Type OBJECT = Type.getType(Object.class);

    private final ClassNode outer;
    private final InvokeDynamicInsnNode site;
    private final String name;
    private final Type self;
    private final Type functionalInterface;
    private final Type[] captured;
    private final Type instantiated;
    private final Set<String> descriptors = new LinkedHashSet<>();
    private final Set<String> interfaces = new LinkedHashSet<>();
    private final Handle implementation;

    static boolean handles(InvokeDynamicInsnNode site) {
        return site.bsm.getOwner().equals(FACTORY) && (site.bsm.getName().equals(SIMPLE) || site.bsm.getName().equals(ALTERNATIVE));
    }

    LambdaSite(ClassNode outer, SyntheticMethods methods, InvokeDynamicInsnNode site, int number) {
        this.outer = outer;
        this.site = site;
        name = outer.name + INFIX + number;
        self = Type.getObjectType(name);
        functionalInterface = Type.getReturnType(site.desc);
        captured = Type.getArgumentTypes(site.desc);
        interfaces.add(functionalInterface.getInternalName());
        descriptors.add(((Type) site.bsmArgs[0]).getDescriptor());
        implementation = callable((Handle) site.bsmArgs[1], methods);
        instantiated = (Type) site.bsmArgs[2];
        if (site.bsm.getName().equals(ALTERNATIVE)) {
            readExtras();
        }
    }

    private void readExtras() {
        int flags = (Integer) site.bsmArgs[FIRST_EXTRA - 1];
        int next = FIRST_EXTRA;
        if ((flags & SERIALIZABLE) != 0) {
            interfaces.add("java/io/Serializable");
        }
        if ((flags & MARKERS) != 0) {
            int end = next + 1 + (Integer) site.bsmArgs[next];
            for (next++; next < end; next++) {
                interfaces.add(((Type) site.bsmArgs[next]).getInternalName());
            }
        }
        if ((flags & BRIDGES) != 0) {
            int end = next + 1 + (Integer) site.bsmArgs[next];
            for (next++; next < end; next++) {
                descriptors.add(((Type) site.bsmArgs[next]).getDescriptor());
            }
        }
    }

    /** Returns the instruction that takes the captured values and gives the instance. */
    AbstractInsnNode replacement() {
        return captured.length == 0 ? new FieldInsnNode(Opcodes.GETSTATIC, name, INSTANCE, functionalInterface.getDescriptor())
            : new MethodInsnNode(Opcodes.INVOKESTATIC, name, GET, site.desc, false);
    }

    /** Returns the class, as an internal name, of which an instruction that stands for a site of {@code outer} gives the instance; null for any other instruction. */
    static String classMadeBy(ClassNode outer, AbstractInsnNode instruction) {
        String owner = instruction instanceof MethodInsnNode call && call.name.equals(GET) ? call.owner : instruction instanceof FieldInsnNode field && field.name.equals(INSTANCE) ? field.owner : "";
        return owner.startsWith(outer.name + INFIX) ? owner : null;
    }

    ClassNode makeClass() {
        ClassNode made = new ClassNode(Opcodes.ASM9);
        made.visit(Opcodes.V17, Opcodes.ACC_FINAL | Opcodes.ACC_SUPER | Opcodes.ACC_SYNTHETIC, name, null, OBJECT.getInternalName(), interfaces.toArray(String[]::new));
        made.sourceFile = outer.sourceFile;
        made.invisibleAnnotations = inheritedAnnotations();
        made.nestHostClass = outer.nestHostClass == null ? outer.name : outer.nestHostClass;
        for (int i = 0; i < captured.length; i++) {
            made.fields.add(new FieldNode(Opcodes.ACC_PRIVATE | Opcodes.ACC_FINAL, CAPTURED + i, captured[i].getDescriptor(), null, null));
        }
        made.methods.add(SyntheticMethods.generate(name, Opcodes.ACC_PRIVATE, CONSTRUCTOR.getName(), constructorDescriptor(), this::writeConstructor));
        if (captured.length == 0) {
            made.fields.add(new FieldNode(Opcodes.ACC_STATIC | Opcodes.ACC_FINAL, INSTANCE, functionalInterface.getDescriptor(), null, null));
            made.methods.add(SyntheticMethods.generate(name, Opcodes.ACC_STATIC, "<clinit>", "()V", code -> {
                writeNew(code);
                code.putStatic(self, INSTANCE, functionalInterface);
                code.returnValue();
            }));
        } else {
            made.methods.add(SyntheticMethods.generate(name, Opcodes.ACC_STATIC, GET, site.desc, code -> {
                writeNew(code);
                code.returnValue();
            }));
        }
        for (String descriptor : descriptors) {
            made.methods.add(SyntheticMethods.generate(name, Opcodes.ACC_PUBLIC, site.name, descriptor, code -> writeCall(code, Type.getType(descriptor))));
        }
        return made;
    }

    /** A lambda is part of its class: what must not be interrupted there must not be here. */
    private List<AnnotationNode> inheritedAnnotations() {
        return outer.invisibleAnnotations == null ? null : outer.invisibleAnnotations.stream().filter(annotation -> annotation.desc.equals(UNINTERRUPTIBLE)).toList();
    }

    private String constructorDescriptor() {
        return Type.getMethodDescriptor(Type.VOID_TYPE, captured);
    }

    private void writeConstructor(GeneratorAdapter code) {
        code.loadThis();
        code.invokeConstructor(OBJECT, CONSTRUCTOR);
        for (int i = 0; i < captured.length; i++) {
            code.loadThis();
            code.loadArg(i);
            code.putField(self, CAPTURED + i, captured[i]);
        }
        code.returnValue();
    }

    private void writeNew(GeneratorAdapter code) {
        code.newInstance(self);
        code.dup();
        code.loadArgs();
        code.invokeConstructor(self, new Method(CONSTRUCTOR.getName(), constructorDescriptor()));
    }

    /** Writes the method that has the descriptor {@code called}: the interface's, or that of a bridge. */
    private void writeCall(GeneratorAdapter code, Type called) {
        Type owner = Type.getObjectType(implementation.getOwner());
        boolean constructs = implementation.getTag() == Opcodes.H_NEWINVOKESPECIAL;
        if (constructs) {
            code.newInstance(owner);
            code.dup();
        }
        Type[] wanted = implementationParameters(owner);
        for (int i = 0; i < captured.length; i++) {
            code.loadThis();
            code.getField(self, CAPTURED + i, captured[i]);
            pass(code, captured[i], wanted[i]);
        }
        Type[] given = called.getArgumentTypes();
        Type[] declared = instantiated.getArgumentTypes();
        for (int i = 0; i < given.length; i++) {
            code.loadArg(i);
            Conversion.convert(code, given[i], declared[i]);
            pass(code, declared[i], wanted[captured.length + i]);
        }
        code.visitMethodInsn(opcode(), implementation.getOwner(), implementation.getName(), implementation.getDesc(), implementation.isInterface());
        Conversion.convert(code, constructs ? owner : Type.getReturnType(implementation.getDesc()), called.getReturnType());
        code.returnValue();
    }

    /** Converts what the types already say can be passed: references need no cast then. */
    private static void pass(GeneratorAdapter code, Type from, Type to) {
        if (Conversion.isPrimitive(from) || Conversion.isPrimitive(to)) {
            Conversion.convert(code, from, to);
        }
    }

    private Type[] implementationParameters(Type owner) {
        Type[] parameters = Type.getArgumentTypes(implementation.getDesc());
        if (implementation.getTag() == Opcodes.H_INVOKESTATIC || implementation.getTag() == Opcodes.H_NEWINVOKESPECIAL) {
            return parameters;
        }
        Type[] all = new Type[parameters.length + 1];
        all[0] = owner;
        System.arraycopy(parameters, 0, all, 1, parameters.length);
        return all;
    }

    private int opcode() {
        return switch (implementation.getTag()) {
            case Opcodes.H_INVOKESTATIC -> Opcodes.INVOKESTATIC;
            case Opcodes.H_NEWINVOKESPECIAL -> Opcodes.INVOKESPECIAL;
            case Opcodes.H_INVOKEINTERFACE -> Opcodes.INVOKEINTERFACE;
            case Opcodes.H_INVOKEVIRTUAL -> Opcodes.INVOKEVIRTUAL;
            default -> throw new IllegalStateException("a lambda in " + outer.name + " is implemented by a handle of kind " + implementation.getTag());
        };
    }

    /**
     * Returns a handle that another class can call: a special call of a private method is the same as a virtual one, since nothing overrides it; any other special call (a
     * superclass's method) is only possible inside the outer class, so a static method there makes it.
     */
    private Handle callable(Handle handle, SyntheticMethods methods) {
        if (handle.getTag() != Opcodes.H_INVOKESPECIAL) {
            return handle;
        }
        boolean isPrivate = handle.getOwner().equals(outer.name) && outer.methods.stream().anyMatch(method ->
            method.name.equals(handle.getName()) && method.desc.equals(handle.getDesc()) && (method.access & Opcodes.ACC_PRIVATE) != 0);
        if (isPrivate) {
            return new Handle(handle.isInterface() ? Opcodes.H_INVOKEINTERFACE : Opcodes.H_INVOKEVIRTUAL, handle.getOwner(), handle.getName(), handle.getDesc(), handle.isInterface());
        }
        Type[] parameters = Type.getArgumentTypes(handle.getDesc());
        Type[] all = new Type[parameters.length + 1];
        all[0] = Type.getObjectType(outer.name);
        System.arraycopy(parameters, 0, all, 1, parameters.length);
        String descriptor = Type.getMethodDescriptor(Type.getReturnType(handle.getDesc()), all);
        MethodInsnNode call = methods.call("special", descriptor, Arrays.asList(handle.getOwner(), handle.getName()), code -> {
            code.loadArgs();
            code.visitMethodInsn(Opcodes.INVOKESPECIAL, handle.getOwner(), handle.getName(), handle.getDesc(), handle.isInterface());
            code.returnValue();
        });
        return new Handle(Opcodes.H_INVOKESTATIC, call.owner, call.name, call.desc, call.itf);
    }
}
