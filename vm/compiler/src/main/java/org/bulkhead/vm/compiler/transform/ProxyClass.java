package org.bulkhead.vm.compiler.transform;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bulkhead.vm.compiler.model.VmMethod;
import org.bulkhead.vm.compiler.model.VmType;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.commons.GeneratorAdapter;
import org.objectweb.asm.commons.Method;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldNode;

/** Makes the class of the proxies for a list of interfaces, as {@code java.lang.reflect.Proxy} describes it: every method hands its arguments to the invocation handler. */
public final class ProxyClass {
    private static final Type PROXY = Type.getObjectType("java/lang/reflect/Proxy");
    private static final Type HANDLER = Type.getObjectType("java/lang/reflect/InvocationHandler");
    private static final Type METHOD = Type.getObjectType("java/lang/reflect/Method");
    private static final Type OBJECT = Type.getObjectType("java/lang/Object");
    private static final Type THROWABLE = Type.getObjectType("java/lang/Throwable");
    private static final Type UNDECLARED = Type.getObjectType("java/lang/reflect/UndeclaredThrowableException");
    private static final Type RUNTIME = Type.getObjectType("org/bulkhead/vm/runtime/reflect/ProxyClasses");
    private static final Method CONSTRUCTOR = new Method("<init>", "(Ljava/lang/reflect/InvocationHandler;)V");
    private static final Method INVOKE = new Method("invoke", "(Ljava/lang/Object;Ljava/lang/reflect/Method;[Ljava/lang/Object;)Ljava/lang/Object;");
    private static final Method FIND = new Method("method", "(Ljava/lang/Class;Ljava/lang/String;Ljava/lang/String;)Ljava/lang/reflect/Method;");
    private static final Method CAUSE = new Method("<init>", "(Ljava/lang/Throwable;)V");
    private static final String[] OBJECT_METHODS = {"hashCode()I", "equals(Ljava/lang/Object;)Z", "toString()Ljava/lang/String;"};
    private static final List<String> UNCHECKED = List.of("java/lang/RuntimeException", "java/lang/Error");
    private static final String PUBLIC_PACKAGE = "com/sun/proxy/";

    private final String name;
    private final Type self;
    private final List<VmType> interfaces;
    private final ClassNode made = new ClassNode(Opcodes.ASM9);

    private ProxyClass(List<VmType> interfaces, int number) {
        this.interfaces = interfaces;
        name = packageOf(interfaces) + "$Proxy" + number;
        self = Type.getObjectType(name);
    }

    /** Returns the class file of the proxies for {@code interfaces}; {@code number} is the end of its name. */
    public static ClassNode make(List<VmType> interfaces, int number) {
        return new ProxyClass(interfaces, number).make();
    }

    /** A proxy class lies beside an interface that only its package may name. */
    private static String packageOf(List<VmType> interfaces) {
        for (VmType each : interfaces) {
            if ((each.access() & Opcodes.ACC_PUBLIC) == 0) {
                return each.name().substring(0, each.name().lastIndexOf('/') + 1);
            }
        }
        return PUBLIC_PACKAGE;
    }

    private ClassNode make() {
        made.visit(Opcodes.V17, Opcodes.ACC_PUBLIC | Opcodes.ACC_FINAL | Opcodes.ACC_SUPER, name, null, PROXY.getInternalName(), interfaces.stream().map(VmType::name).toArray(String[]::new));
        made.methods.add(SyntheticMethods.generate(name, Opcodes.ACC_PUBLIC, CONSTRUCTOR.getName(), CONSTRUCTOR.getDescriptor(), code -> {
            code.loadThis();
            code.loadArg(0);
            code.invokeConstructor(PROXY, CONSTRUCTOR);
            code.returnValue();
        }));
        List<VmMethod> methods = new ArrayList<>(methods().values());
        for (int i = 0; i < methods.size(); i++) {
            String field = "m" + i;
            VmMethod method = methods.get(i);
            made.fields.add(new FieldNode(Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC, field, METHOD.getDescriptor(), null, null));
            made.methods.add(SyntheticMethods.generate(name, Opcodes.ACC_PUBLIC | Opcodes.ACC_FINAL, method.name(), method.descriptor(), code -> write(code, method, field)));
            made.methods.get(made.methods.size() - 1).exceptions = method.node().exceptions;
        }
        made.methods.add(SyntheticMethods.generate(name, Opcodes.ACC_STATIC, "<clinit>", "()V", code -> {
            for (int i = 0; i < methods.size(); i++) {
                code.push(methods.get(i).owner().asmType());
                code.push(methods.get(i).name());
                code.push(methods.get(i).descriptor());
                code.invokeStatic(RUNTIME, FIND);
                code.putStatic(self, "m" + i, METHOD);
            }
            code.returnValue();
        }));
        return made;
    }

    /** The methods of Object come first: an interface's method of the same name and types means those. */
    private Map<String, VmMethod> methods() {
        Map<String, VmMethod> methods = new LinkedHashMap<>();
        VmType object = interfaces.get(0).types().type(OBJECT);
        for (String each : OBJECT_METHODS) {
            methods.put(each, object.declaredMethod(each.substring(0, each.indexOf('(')), each.substring(each.indexOf('('))));
        }
        for (VmType each : interfaces) {
            for (VmType declaring : each.allInterfaces()) {
                for (VmMethod method : declaring.methods()) {
                    if (method.isVirtual() && !method.isClassInitializer()) {
                        methods.putIfAbsent(method.name() + method.descriptor(), method);
                    }
                }
            }
        }
        return methods;
    }

    private void write(GeneratorAdapter code, VmMethod method, String field) {
        Label start = code.mark();
        code.loadThis();
        code.getField(PROXY, "h", HANDLER);
        code.loadThis();
        code.getStatic(self, field, METHOD);
        if (method.descriptor().startsWith("()")) {
            code.visitInsn(Opcodes.ACONST_NULL);
        } else {
            code.loadArgArray();
        }
        code.invokeInterface(HANDLER, INVOKE);
        returnResult(code, method.returnType());
        Label end = code.mark();
        List<String> passed = new ArrayList<>(UNCHECKED);
        if (method.node().exceptions != null) {
            passed.addAll(method.node().exceptions);
        }
        Label rethrow = code.newLabel();
        code.mark(rethrow);
        code.throwException();
        passed.forEach(each -> code.visitTryCatchBlock(start, end, rethrow, each));
        code.catchException(start, end, THROWABLE);
        int thrown = code.newLocal(THROWABLE);
        code.storeLocal(thrown);
        code.newInstance(UNDECLARED);
        code.dup();
        code.loadLocal(thrown);
        code.invokeConstructor(UNDECLARED, CAUSE);
        code.throwException();
    }

    /** Casts to exactly the box of a primitive type, as callers of proxies expect. */
    private static void returnResult(GeneratorAdapter code, Type result) {
        switch (result.getSort()) {
            case Type.VOID -> code.pop();
            case Type.OBJECT, Type.ARRAY -> code.checkCast(result);
            default -> {
                Type box = Conversion.wrapperOf(result);
                code.checkCast(box);
                code.invokeVirtual(box, new Method(result.getClassName() + "Value", Type.getMethodDescriptor(result)));
            }
        }
        code.returnValue();
    }
}
