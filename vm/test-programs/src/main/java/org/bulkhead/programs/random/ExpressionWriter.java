package org.bulkhead.programs.random;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Writes random expressions of a wanted type over the variables of a scope. */
final class ExpressionWriter {
    private static final Type[] NUMERIC = {Type.BYTE, Type.SHORT, Type.CHAR, Type.INT, Type.LONG, Type.FLOAT, Type.DOUBLE};
    private static final int[] INTERESTING = {
        0, 1, -1, 2, 3, 7, 10, 31, 32, 33, 63, 64, 100, 127, 128, 255, 256, -128, -129, 32767, 32768, -32768, 65535, 65536,
        0x55555555, Integer.MAX_VALUE, Integer.MIN_VALUE};
    private static final String[] WORDS = {"", "a", "xyz", "random", "two words", "\\u00e9", "\\u20ac1"};

    private final Random random;
    private final List<MethodSignature> callable = new ArrayList<>();

    ExpressionWriter(Random random) {
        this.random = random;
    }

    /** Allows calls of a method from expressions written from now on. */
    void allow(MethodSignature method) {
        callable.add(method);
    }

    /** Returns one of the numeric types. */
    Type numericType() {
        return NUMERIC[random.nextInt(NUMERIC.length)];
    }

    /** Returns any of the primitive types. */
    Type type() {
        return random.nextInt(NUMERIC.length + 1) == 0 ? Type.BOOLEAN : numericType();
    }

    /** Returns an expression of exactly {@code type}, nested up to {@code depth} deep. */
    String expression(Type type, int depth, Scope scope) {
        if (depth <= 0 || random.nextInt(8) == 0) {
            return leaf(type, scope);
        }
        int kind = random.nextInt(20);
        if (kind < 2) {
            return "(" + expression(Type.BOOLEAN, depth - 1, scope) + " ? " + expression(type, depth - 1, scope) + " : "
                + expression(type, depth - 1, scope) + ")";
        }
        if (kind < 4) {
            return element(type, depth, scope);
        }
        if (kind < 6) {
            String call = call(type, depth, scope);
            return call == null ? leaf(type, scope) : call;
        }
        if (kind == 6) {
            Scope.Variable v = scope.anyAssignable(type, random);
            return v == null ? leaf(type, scope) : "(" + v.name() + " = " + expression(type, depth - 1, scope) + ")";
        }
        if (type == Type.BOOLEAN) {
            return condition(depth, scope);
        }
        if (type.isNarrow()) {
            return "(" + type.keyword() + ") (" + expression(random.nextBoolean() ? Type.INT : numericType(), depth - 1, scope) + ")";
        }
        if (kind == 7) {
            return "(" + type.keyword() + ") " + parenthesised(numericType(), depth, scope);
        }
        if (kind == 8) {
            Scope.Variable v = scope.anyAssignable(type, random);
            return v == null ? leaf(type, scope) : incremented(v.name());
        }
        if (kind == 9 && type == Type.INT) {
            return objectOrText(depth, scope);
        }
        if (kind == 9 && type == Type.LONG) {
            return "object(" + expression(Type.INT, depth - 1, scope) + ").op(" + expression(Type.INT, depth - 1, scope) + ", "
                + expression(Type.LONG, depth - 1, scope) + ")";
        }
        return arithmetic(type, depth, scope);
    }

    /** Returns a string expression: a concatenation of operands whose text is the same everywhere. */
    String text(int depth, Scope scope) {
        StringBuilder b = new StringBuilder("(\"").append(WORDS[random.nextInt(WORDS.length)]).append('"');
        int parts = 1 + random.nextInt(4);
        for (int i = 0; i < parts; i++) {
            Type type = random.nextInt(3) == 0 ? Type.CHAR : random.nextBoolean() ? Type.INT : type();
            b.append(" + ");
            b.append(type.isFloating() ? "textField" : "(" + expression(type, depth - 1, scope) + ")");
        }
        return b.append(')').toString();
    }

    /** Returns an index into an array of eight elements, which is now and then outside of it. */
    String index(int depth, Scope scope) {
        String e = expression(Type.INT, depth - 1, scope);
        return random.nextInt(10) == 0 ? "(" + e + ") % 9" : "(" + e + ") & 7";
    }

    private String leaf(Type type, Scope scope) {
        Scope.Variable v = random.nextInt(4) == 0 ? null : scope.any(type, random);
        return v == null ? literal(type) : v.name();
    }

    private String literal(Type type) {
        int i = INTERESTING[random.nextInt(INTERESTING.length)];
        return switch (type) {
            case BOOLEAN -> Boolean.toString(random.nextBoolean());
            case BYTE, SHORT, CHAR -> "(" + type.keyword() + ") (" + i + ")";
            case INT -> "(" + (random.nextInt(4) == 0 ? random.nextInt() : i) + ")";
            case LONG -> "(" + (random.nextInt(3) == 0 ? random.nextLong() : i) + "L)";
            case FLOAT -> floatLiteral();
            case DOUBLE -> doubleLiteral();
        };
    }

    private String floatLiteral() {
        return switch (random.nextInt(8)) {
            case 0 -> "Float.NaN";
            case 1 -> "Float.POSITIVE_INFINITY";
            case 2 -> "(-0.0f)";
            case 3 -> "Float.MIN_VALUE";
            case 4 -> "(" + random.nextInt(100_000_000) + "f)";
            default -> "(" + (random.nextInt(2001) - 1000) / 8.0f + "f)";
        };
    }

    private String doubleLiteral() {
        return switch (random.nextInt(8)) {
            case 0 -> "Double.NaN";
            case 1 -> "Double.NEGATIVE_INFINITY";
            case 2 -> "(-0.0)";
            case 3 -> "Double.MIN_NORMAL";
            case 4 -> "(" + random.nextLong() + "d)";
            default -> "(" + (random.nextInt(20001) - 10000) / 64.0 + ")";
        };
    }

    private String parenthesised(Type type, int depth, Scope scope) {
        return "(" + expression(type, depth - 1, scope) + ")";
    }

    private String incremented(String name) {
        return switch (random.nextInt(4)) {
            case 0 -> "(" + name + "++)";
            case 1 -> "(" + name + "--)";
            case 2 -> "(++" + name + ")";
            default -> "(--" + name + ")";
        };
    }

    private String element(Type type, int depth, Scope scope) {
        String element = type.arrayName() + "[" + index(depth, scope) + "]";
        if (type == Type.BOOLEAN || random.nextInt(3) != 0) {
            return element;
        }
        // The result of a compound assignment has the type of the element, whatever stands on the right.
        return "(" + element + " " + compoundOperator(type) + " " + parenthesised(operandOf(type), depth, scope) + ")";
    }

    /** Returns a compound assignment operator that fits a variable of the type. */
    String compoundOperator(Type type) {
        String[] all = type.isFloating() ? new String[] {"+=", "-=", "*=", "/="}
            : new String[] {"+=", "-=", "*=", "/=", "%=", "&=", "|=", "^=", "<<=", ">>=", ">>>="};
        return all[random.nextInt(all.length)];
    }

    /** Returns a type for the right side of a compound assignment to a variable of the type. */
    Type operandOf(Type type) {
        return type.isFloating() ? numericType() : random.nextBoolean() ? Type.INT : Type.LONG;
    }

    private String call(Type type, int depth, Scope scope) {
        List<MethodSignature> fitting = callable.stream().filter(m -> m.result() == type).toList();
        if (fitting.isEmpty()) {
            return null;
        }
        MethodSignature m = fitting.get(random.nextInt(fitting.size()));
        List<String> arguments = new ArrayList<>();
        for (Type p : m.parameters()) {
            arguments.add(expression(p, depth - 2, scope));
        }
        return m.name() + "(" + String.join(", ", arguments) + ")";
    }

    private String objectOrText(int depth, Scope scope) {
        return switch (random.nextInt(6)) {
            case 0 -> text(depth - 1, scope) + ".length()";
            case 1 -> text(depth - 1, scope) + ".hashCode()";
            case 2 -> "((Second) object(" + expression(Type.INT, depth - 1, scope) + ")).state";
            case 3 -> "object(" + expression(Type.INT, depth - 1, scope) + ").twist(" + expression(Type.INT, depth - 1, scope) + ")";
            case 4 -> "((First) object((" + expression(Type.INT, depth - 1, scope) + ") & 1)).virtual(" + expression(Type.INT, depth - 1, scope) + ")";
            default -> "new int[" + "(" + expression(Type.INT, depth - 1, scope) + ") % 20].length";
        };
    }

    private String condition(int depth, Scope scope) {
        switch (random.nextInt(8)) {
            case 0:
                return "!" + parenthesised(Type.BOOLEAN, depth, scope);
            case 1, 2: {
                String[] logical = {" && ", " || ", " & ", " | ", " ^ ", " == "};
                return "(" + expression(Type.BOOLEAN, depth - 1, scope) + logical[random.nextInt(logical.length)]
                    + expression(Type.BOOLEAN, depth - 1, scope) + ")";
            }
            case 3:
                return "(object(" + expression(Type.INT, depth - 1, scope) + ") instanceof " + (random.nextBoolean() ? "First" : "Second") + ")";
            default: {
                String[] relations = {" < ", " <= ", " > ", " >= ", " == ", " != "};
                return "(" + expression(numericType(), depth - 1, scope) + relations[random.nextInt(relations.length)]
                    + expression(numericType(), depth - 1, scope) + ")";
            }
        }
    }

    private String arithmetic(Type type, int depth, Scope scope) {
        String left = expression(type, depth - 1, scope);
        Type other = narrowerOrSame(type);
        String right = expression(other, depth - 1, scope);
        if (type.isFloating()) {
            String[] operators = {" + ", " - ", " * ", " / ", " % "};
            return random.nextInt(8) == 0 ? "(-(" + left + "))" : "(" + left + operators[random.nextInt(operators.length)] + right + ")";
        }
        switch (random.nextInt(9)) {
            case 0:
                return random.nextBoolean() ? "(~" + left + ")" : "(-(" + left + "))";
            case 1: {
                String[] shifts = {" << ", " >> ", " >>> "};
                String distance = expression(random.nextInt(4) == 0 ? Type.LONG : Type.INT, depth - 1, scope);
                return "(" + left + shifts[random.nextInt(shifts.length)] + distance + ")";
            }
            case 2: {
                String division = random.nextBoolean() ? " / " : " % ";
                boolean guarded = random.nextInt(4) != 0;
                return "(" + left + division + (guarded ? "(" + right + " | 1)" : right) + ")";
            }
            default: {
                String[] operators = {" + ", " - ", " * ", " & ", " | ", " ^ "};
                return "(" + left + operators[random.nextInt(operators.length)] + right + ")";
            }
        }
    }

    /** Returns a type that arithmetic with {@code type} widens to {@code type}. */
    private Type narrowerOrSame(Type type) {
        while (true) {
            Type other = numericType();
            if (other.ordinal() <= type.ordinal() && (type.isFloating() || other.isIntegral())) {
                return other;
            }
        }
    }
}
