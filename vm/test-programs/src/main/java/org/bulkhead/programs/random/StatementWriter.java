package org.bulkhead.programs.random;

import java.util.Random;

/** Writes random statements, each ending, into the body of a method. */
final class StatementWriter {
    private static final int EXPRESSION_DEPTH = 4;
    private static final int MOST_ROUNDS = 9;
    private static final String[] CATCHABLE = {
        "ArithmeticException", "ArrayIndexOutOfBoundsException", "NullPointerException", "ClassCastException", "NegativeArraySizeException",
        "RuntimeException", "Failure"};

    private final Random random;
    private final ExpressionWriter expressions;
    private final StringBuilder out;
    private int names;
    private int indent;

    StatementWriter(Random random, ExpressionWriter expressions, StringBuilder out) {
        this.random = random;
        this.expressions = expressions;
        this.out = out;
    }

    /** Writes the body of a method: fuel, statements, and the result. */
    void body(MethodSignature method, Scope parameters, int statements) {
        indent = 2;
        line("if (fuel-- <= 0) {");
        line("    return " + (method.result() == Type.BOOLEAN ? "false" : "(" + method.result().keyword() + ") 1") + ";");
        line("}");
        Scope scope = new Scope(parameters);
        statements(statements, 3, scope, method.result(), "");
        line("return " + expressions.expression(method.result(), EXPRESSION_DEPTH, scope) + ";");
    }

    private void statements(int count, int depth, Scope scope, Type result, String loop) {
        for (int i = 0; i < count; i++) {
            statement(depth, scope, result, loop);
        }
    }

    /** Writes a block of a few statements in a scope of their own. */
    private void block(int depth, Scope scope, Type result, String loop) {
        indent++;
        statements(1 + random.nextInt(3), depth - 1, new Scope(scope), result, loop);
        indent--;
    }

    private void statement(int depth, Scope scope, Type result, String loop) {
        switch (random.nextInt(depth > 0 ? 17 : 8)) {
            case 0, 1 -> declaration(scope);
            case 2, 3 -> assignment(scope);
            case 4 -> line("mix(" + expressions.expression(expressions.type(), EXPRESSION_DEPTH, scope) + ");");
            case 5 -> line("mix(textField = " + expressions.text(EXPRESSION_DEPTH, scope) + ");");
            case 6 -> elementStore(scope);
            case 7 -> leaving(scope, result, loop);
            case 8, 9 -> conditional(depth, scope, result, loop);
            case 10, 11 -> forLoop(depth, scope, result);
            case 12 -> whileLoop(depth, scope, result);
            case 13 -> multiWay(depth, scope, result, loop);
            case 14, 15 -> guarded(depth, scope, result, loop);
            default -> locked(depth, scope, result, loop);
        }
    }

    private void declaration(Scope scope) {
        Type type = expressions.type();
        String name = name();
        line(type.keyword() + " " + name + " = " + expressions.expression(type, EXPRESSION_DEPTH, scope) + ";");
        scope.add(name, type, Scope.Access.ASSIGNABLE);
    }

    private void assignment(Scope scope) {
        Type type = expressions.type();
        Scope.Variable v = scope.anyAssignable(type, random);
        String target = v == null ? type.fieldName() : v.name();
        if (type == Type.BOOLEAN || random.nextBoolean()) {
            line(target + " = " + expressions.expression(type, EXPRESSION_DEPTH, scope) + ";");
        } else {
            line(target + " " + expressions.compoundOperator(type) + " "
                + expressions.expression(expressions.operandOf(type), EXPRESSION_DEPTH, scope) + ";");
        }
    }

    private void elementStore(Scope scope) {
        Type type = expressions.type();
        line(type.arrayName() + "[" + expressions.index(2, scope) + "] = " + expressions.expression(type, EXPRESSION_DEPTH, scope) + ";");
    }

    /** Writes a conditional return, throw, break or continue. */
    private void leaving(Scope scope, Type result, String loop) {
        line("if (" + expressions.expression(Type.BOOLEAN, 2, scope) + ") {");
        int kind = random.nextInt(4);
        if (kind == 0) {
            line("    throw new Failure(" + expressions.expression(Type.INT, 2, scope) + ");");
        } else if (kind == 1 || loop.isEmpty()) {
            line("    return " + expressions.expression(result, 2, scope) + ";");
        } else {
            line("    " + (kind == 2 ? "break " : "continue ") + loop + ";");
        }
        line("}");
    }

    private void conditional(int depth, Scope scope, Type result, String loop) {
        line("if (" + expressions.expression(Type.BOOLEAN, EXPRESSION_DEPTH, scope) + ") {");
        block(depth, scope, result, loop);
        if (random.nextBoolean()) {
            line("} else {");
            block(depth, scope, result, loop);
        }
        line("}");
    }

    private void forLoop(int depth, Scope scope, Type result) {
        String label = name();
        String counter = name();
        Type type = random.nextInt(4) == 0 ? Type.LONG : Type.INT;
        int rounds = 1 + random.nextInt(MOST_ROUNDS);
        Scope inner = new Scope(scope);
        inner.add(counter, type, Scope.Access.READ_ONLY);
        line(label + ":");
        if (random.nextInt(4) == 0) {
            line("for (int " + counter + " : ints) {");
            line("    if (fuel-- <= 0) {");
            line("        break;");
            line("    }");
            inner = new Scope(scope);
            inner.add(counter, Type.INT, Scope.Access.READ_ONLY);
        } else if (random.nextBoolean()) {
            line("for (" + type.keyword() + " " + counter + " = 0; " + counter + " < " + rounds + " && fuel-- > 0; " + counter + "++) {");
        } else {
            line("for (" + type.keyword() + " " + counter + " = " + rounds + "; " + counter + " > 0 && fuel-- > 0; " + counter + " -= "
                + (1 + random.nextInt(2)) + ") {");
        }
        block(depth, inner, result, label);
        line("}");
    }

    private void whileLoop(int depth, Scope scope, Type result) {
        String label = name();
        String counter = name();
        line("int " + counter + " = 0;");
        line(label + ":");
        String condition = counter + "++ < " + (1 + random.nextInt(MOST_ROUNDS)) + " && fuel-- > 0 && "
            + expressions.expression(Type.BOOLEAN, 2, scope);
        boolean first = random.nextBoolean();
        line(first ? "while (" + condition + ") {" : "do {");
        block(depth, scope, result, label);
        line(first ? "}" : "} while (" + condition + ");");
    }

    private void multiWay(int depth, Scope scope, Type result, String loop) {
        boolean dense = random.nextBoolean();
        line("switch (" + (dense ? "(" + expressions.expression(Type.INT, 3, scope) + ") & 7" : expressions.expression(Type.INT, 3, scope)) + ") {");
        int label = dense ? random.nextInt(3) : -1000;
        int cases = 2 + random.nextInt(4);
        indent++;
        for (int i = 0; i < cases; i++) {
            line("case " + label + ": {");
            block(depth, scope, result, loop);
            line("}");
            if (random.nextInt(3) != 0) {
                line("break;");
            }
            label += dense ? 1 + random.nextInt(2) : 1 + random.nextInt(400);
        }
        if (random.nextBoolean()) {
            line("default: {");
            block(depth, scope, result, loop);
            line("}");
        }
        indent--;
        line("}");
    }

    private void guarded(int depth, Scope scope, Type result, String loop) {
        line("try {");
        block(depth, scope, result, loop);
        boolean finish = random.nextInt(3) == 0;
        if (!finish || random.nextBoolean()) {
            String name = name();
            String caught = CATCHABLE[random.nextInt(CATCHABLE.length)];
            line("} catch (" + caught + " " + name + ") {");
            line("    mix(" + (caught.equals("Failure") ? name + ".code" : Integer.toString(caught.length())) + ");");
            block(depth, scope, result, loop);
        }
        if (finish) {
            line("} finally {");
            indent++;
            line("mix(" + expressions.expression(Type.INT, 2, scope) + ");");
            indent--;
        }
        line("}");
    }

    private void locked(int depth, Scope scope, Type result, String loop) {
        line("synchronized (" + Type.values()[random.nextInt(Type.values().length)].arrayName() + ") {");
        block(depth, scope, result, loop);
        line("}");
    }

    private String name() {
        return "v" + names++;
    }

    private void line(String text) {
        out.append("    ".repeat(indent)).append(text).append('\n');
    }
}
