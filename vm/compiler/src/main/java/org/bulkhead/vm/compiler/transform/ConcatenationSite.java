package org.bulkhead.vm.compiler.transform;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.objectweb.asm.Type;
import org.objectweb.asm.commons.GeneratorAdapter;
import org.objectweb.asm.commons.Method;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;

/** A string concatenation, as {@code java.lang.invoke.StringConcatFactory} describes it: becomes a static method with a {@link StringBuilder}. */
final class ConcatenationSite {
    static final String BOOTSTRAP = "java/lang/invoke/StringConcatFactory";
    private static final String SIMPLE = "makeConcat";
    private static final String WITH_CONSTANTS = "makeConcatWithConstants";
    /** In a recipe, the place of the next argument. */
    private static final char ARGUMENT = '\1';
    /** In a recipe, the place of the next constant. */
    private static final char CONSTANT = '\2';
    /** What an argument is expected to take up, as the class library assumes for a number or a short word. */
    private static final int EXPECTED_LENGTH = 16;

    private static final Type BUILDER = Type.getType(StringBuilder.class);
    private static final Type STRING = Type.getType(String.class);
    private static final Type OBJECT = Type.getType(Object.class);

    private ConcatenationSite() {}

    /** Returns the call that takes the place of the site, or null if the recipe holds something that cannot be compiled. */
    static AbstractInsnNode replacement(SyntheticMethods methods, InvokeDynamicInsnNode site) {
        List<Object> pieces = pieces(site);
        return pieces == null ? null : methods.call("concatenate", site.desc, pieces, code -> write(code, Type.getArgumentTypes(site.desc), pieces));
    }

    /** Returns literals (String, or a class as Type) and, for each argument, its index. */
    private static List<Object> pieces(InvokeDynamicInsnNode site) {
        int arguments = Type.getArgumentTypes(site.desc).length;
        List<Object> pieces = new ArrayList<>();
        if (site.bsm.getName().equals(SIMPLE)) {
            for (int i = 0; i < arguments; i++) {
                pieces.add(i);
            }
            return pieces;
        }
        if (!site.bsm.getName().equals(WITH_CONSTANTS)) {
            return null;
        }
        Object[] constants = Arrays.copyOfRange(site.bsmArgs, 1, site.bsmArgs.length);
        StringBuilder literal = new StringBuilder();
        int nextArgument = 0;
        int nextConstant = 0;
        for (char each : ((String) site.bsmArgs[0]).toCharArray()) {
            if (each == ARGUMENT) {
                flush(literal, pieces);
                pieces.add(nextArgument++);
            } else if (each == CONSTANT) {
                Object constant = constants[nextConstant++];
                if (constant instanceof Type type && type.getSort() != Type.METHOD) {
                    flush(literal, pieces);
                    pieces.add(type);
                } else if (constant instanceof String || constant instanceof Number) {
                    literal.append(constant);
                } else {
                    return null;
                }
            } else {
                literal.append(each);
            }
        }
        flush(literal, pieces);
        return pieces;
    }

    private static void flush(StringBuilder literal, List<Object> pieces) {
        if (literal.length() > 0) {
            pieces.add(literal.toString());
            literal.setLength(0);
        }
    }

    private static void write(GeneratorAdapter code, Type[] parameters, List<Object> pieces) {
        code.newInstance(BUILDER);
        code.dup();
        code.push(expectedLength(pieces));
        code.invokeConstructor(BUILDER, new Method("<init>", "(I)V"));
        for (Object piece : pieces) {
            if (piece instanceof Integer index) {
                code.loadArg(index);
                append(code, parameters[index]);
            } else if (piece instanceof Type type) {
                code.push(type);
                append(code, OBJECT);
            } else {
                code.push((String) piece);
                append(code, STRING);
            }
        }
        finish(code);
    }

    private static int expectedLength(List<Object> pieces) {
        return pieces.stream().mapToInt(piece -> piece instanceof String literal ? literal.length() : EXPECTED_LENGTH).sum();
    }

    /** Appends the value on the stack, of that static type, to the builder below it. */
    static void append(GeneratorAdapter code, Type type) {
        Type parameter = switch (type.getSort()) {
            case Type.BYTE, Type.SHORT -> Type.INT_TYPE;
            case Type.OBJECT, Type.ARRAY -> type.equals(STRING) ? STRING : OBJECT;
            default -> type;
        };
        code.invokeVirtual(BUILDER, new Method("append", BUILDER, new Type[] {parameter}));
    }

    /** Returns the builder's string from the method. */
    static void finish(GeneratorAdapter code) {
        code.invokeVirtual(BUILDER, new Method("toString", STRING, new Type[0]));
        code.returnValue();
    }
}
