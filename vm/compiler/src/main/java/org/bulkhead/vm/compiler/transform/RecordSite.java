package org.bulkhead.vm.compiler.transform;

import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.commons.GeneratorAdapter;
import org.objectweb.asm.commons.Method;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InnerClassNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;

/** A {@code toString}, {@code hashCode} or {@code equals} of a record that javac left to {@code java.lang.runtime.ObjectMethods}: becomes a static method with the same result. */
final class RecordSite {
    static final String BOOTSTRAP = "java/lang/runtime/ObjectMethods";
    private static final String SEPARATOR = ";";
    private static final int HASH_FACTOR = 31;
    private static final Type BUILDER = Type.getType(StringBuilder.class);
    private static final Type STRING = Type.getType(String.class);
    private static final Type OBJECTS = Type.getObjectType("java/util/Objects");

    private final ClassNode node;
    private final Type record;
    private final List<String> names;
    private final List<Handle> getters = new ArrayList<>();

    private RecordSite(ClassNode node, InvokeDynamicInsnNode site) {
        this.node = node;
        record = (Type) site.bsmArgs[0];
        String joined = (String) site.bsmArgs[1];
        names = joined.isEmpty() ? List.of() : List.of(joined.split(SEPARATOR));
        for (int i = 2; i < site.bsmArgs.length; i++) {
            getters.add((Handle) site.bsmArgs[i]);
        }
    }

    /** Returns the call that takes the place of the site, or null if it is not one that javac makes. */
    static AbstractInsnNode replacement(ClassNode node, SyntheticMethods methods, InvokeDynamicInsnNode site) {
        if (!site.bsm.getName().equals("bootstrap")) {
            return null;
        }
        RecordSite made = new RecordSite(node, site);
        if (!made.getters.stream().allMatch(getter -> getter.getTag() == Opcodes.H_GETFIELD)) {
            return null;
        }
        return switch (site.name) {
            case "toString" -> methods.call("recordToString", site.desc, made.record, made::writeToString);
            case "hashCode" -> methods.call("recordHashCode", site.desc, made.record, made::writeHashCode);
            case "equals" -> methods.call("recordEquals", site.desc, made.record, made::writeEquals);
            default -> null;
        };
    }

    private void writeToString(GeneratorAdapter code) {
        code.newInstance(BUILDER);
        code.dup();
        code.invokeConstructor(BUILDER, new Method("<init>", "()V"));
        String before = simpleName() + "[";
        for (int i = 0; i < getters.size(); i++) {
            code.push(before + names.get(i) + "=");
            ConcatenationSite.append(code, STRING);
            code.loadArg(0);
            ConcatenationSite.append(code, get(code, getters.get(i)));
            before = ", ";
        }
        code.push(getters.isEmpty() ? before + "]" : "]");
        ConcatenationSite.append(code, STRING);
        ConcatenationSite.finish(code);
    }

    private void writeHashCode(GeneratorAdapter code) {
        code.push(0);
        for (Handle getter : getters) {
            code.push(HASH_FACTOR);
            code.math(GeneratorAdapter.MUL, Type.INT_TYPE);
            code.loadArg(0);
            Type type = get(code, getter);
            if (Conversion.isPrimitive(type)) {
                code.invokeStatic(Conversion.wrapperOf(type), new Method("hashCode", Type.INT_TYPE, new Type[] {type}));
            } else {
                code.invokeStatic(OBJECTS, Method.getMethod("int hashCode (Object)"));
            }
            code.math(GeneratorAdapter.ADD, Type.INT_TYPE);
        }
        code.returnValue();
    }

    private void writeEquals(GeneratorAdapter code) {
        Label differs = code.newLabel();
        Label same = code.newLabel();
        code.loadArg(0);
        code.loadArg(1);
        code.ifCmp(record, GeneratorAdapter.EQ, same);
        code.loadArg(1);
        code.instanceOf(record);
        code.ifZCmp(GeneratorAdapter.EQ, differs);
        int other = code.newLocal(record);
        code.loadArg(1);
        code.checkCast(record);
        code.storeLocal(other);
        // The class library compares the last component first; who prints in equals can see it.
        for (int i = getters.size() - 1; i >= 0; i--) {
            code.loadArg(0);
            Type type = get(code, getters.get(i));
            code.loadLocal(other);
            get(code, getters.get(i));
            writeComparison(code, type, differs);
        }
        code.mark(same);
        code.push(true);
        code.returnValue();
        code.mark(differs);
        code.push(false);
        code.returnValue();
    }

    private static void writeComparison(GeneratorAdapter code, Type type, Label differs) {
        switch (type.getSort()) {
            case Type.FLOAT, Type.DOUBLE -> {
                code.invokeStatic(Conversion.wrapperOf(type), new Method("compare", Type.INT_TYPE, new Type[] {type, type}));
                code.ifZCmp(GeneratorAdapter.NE, differs);
            }
            case Type.OBJECT, Type.ARRAY -> {
                code.invokeStatic(OBJECTS, Method.getMethod("boolean equals (Object, Object)"));
                code.ifZCmp(GeneratorAdapter.EQ, differs);
            }
            default -> code.ifCmp(type, GeneratorAdapter.NE, differs);
        }
    }

    /** Replaces the record on the stack by its component, and returns the component's type. */
    private Type get(GeneratorAdapter code, Handle getter) {
        Type type = Type.getType(getter.getDesc());
        code.getField(record, getter.getName(), type);
        return type;
    }

    private String simpleName() {
        String name = record.getInternalName();
        for (InnerClassNode inner : node.innerClasses) {
            if (inner.name.equals(name) && inner.innerName != null) {
                return inner.innerName;
            }
        }
        return name.substring(name.lastIndexOf('/') + 1);
    }
}
