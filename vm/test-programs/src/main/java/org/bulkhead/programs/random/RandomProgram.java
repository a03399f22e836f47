package org.bulkhead.programs.random;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.bulkhead.programs.Out;

/**
 * Makes the source of a random program from a seed.
 *
 * <p>The program prints a checksum after every call of one of its methods, so that the first
 * difference between two VMs is near its cause. It needs nothing but {@code org.bulkhead.programs.Out},
 * strings and their concatenation.
 */
public final class RandomProgram {
    private static final int FUEL = 20_000;
    private static final int FEWEST_METHODS = 4;
    private static final int MORE_METHODS = 5;
    private static final int MOST_PARAMETERS = 5;
    private static final int MOST_STATEMENTS = 5;
    private static final int CALLS_OF_EACH = 3;

    private final Random random;
    private final String className;
    private final StringBuilder out = new StringBuilder();
    private final ExpressionWriter expressions;
    private final StatementWriter statements;
    private final Scope fields = new Scope(null);

    private RandomProgram(long seed, String className) {
        random = new Random(seed);
        this.className = className;
        expressions = new ExpressionWriter(random);
        statements = new StatementWriter(random, expressions, out);
        for (Type t : Type.values()) {
            fields.add(t.fieldName(), t, Scope.Access.ASSIGNABLE);
        }
    }

    /**
     * Returns the source of a program: one class in the unnamed package, valid for Java 17, that terminates normally.
     *
     * @param seed      two calls with the same seed and name return the same text
     * @param className a Java identifier
     */
    public static String source(long seed, String className) {
        return new RandomProgram(seed, className).write(seed);
    }

    private String write(long seed) {
        out.append("import org.bulkhead.programs.Out;\n\n");
        out.append("/** Made from seed ").append(seed).append(". */\n");
        out.append("public final class ").append(className).append(" {\n");
        fields();
        out.append(SUPPORT);
        List<MethodSignature> methods = methods();
        // The object's methods come first in the text but may not call the others: they run inside any of them.
        objects();
        main(methods);
        return out.append("}\n").toString();
    }

    private void fields() {
        out.append("    static int fuel = ").append(FUEL).append(";\n    static long checksum;\n    static String textField = \"start\";\n");
        for (Type t : Type.values()) {
            out.append("    static ").append(t.keyword()).append(' ').append(t.fieldName()).append(" = ")
                .append(expressions.expression(t, 0, new Scope(null))).append(";\n");
            out.append("    static final ").append(t.keyword()).append("[] ").append(t.arrayName()).append(" = {");
            for (int i = 0; i < 8; i++) {
                out.append(i == 0 ? "" : ", ").append(expressions.expression(t, 0, new Scope(null)));
            }
            out.append("};\n");
        }
    }

    /** Writes the methods from the last to the first: each may call those written before it. */
    private List<MethodSignature> methods() {
        List<MethodSignature> methods = new ArrayList<>();
        int count = FEWEST_METHODS + random.nextInt(MORE_METHODS);
        for (int i = 0; i < count; i++) {
            List<Type> parameters = new ArrayList<>();
            Scope scope = new Scope(fields);
            StringBuilder list = new StringBuilder();
            for (int p = random.nextInt(MOST_PARAMETERS + 1); p > 0; p--) {
                Type type = expressions.type();
                String name = "p" + parameters.size();
                list.append(parameters.isEmpty() ? "" : ", ").append(type.keyword()).append(' ').append(name);
                parameters.add(type);
                scope.add(name, type, Scope.Access.ASSIGNABLE);
            }
            MethodSignature method = new MethodSignature("method" + i, expressions.type(), parameters);
            out.append("\n    static ").append(random.nextInt(5) == 0 ? "synchronized " : "").append(method.result().keyword()).append(' ')
                .append(method.name()).append('(').append(list).append(") {\n");
            statements.body(method, scope, 2 + random.nextInt(MOST_STATEMENTS));
            out.append("    }\n");
            expressions.allow(method);
            methods.add(method);
        }
        return methods;
    }

    private void objects() {
        ExpressionWriter simple = new ExpressionWriter(random);
        Scope ab = new Scope(null);
        ab.add("a", Type.INT, Scope.Access.ASSIGNABLE);
        ab.add("b", Type.LONG, Scope.Access.ASSIGNABLE);
        Scope x = new Scope(null);
        x.add("x", Type.INT, Scope.Access.ASSIGNABLE);
        out.append("\n    interface Op {\n        long op(int a, long b);\n\n        default int twist(int x) {\n            return ")
            .append(safe(simple, Type.INT, x)).append(" + (int) op(x, 3L);\n        }\n    }\n");
        out.append("\n    static class First implements Op {\n        int state = ").append(random.nextInt(1000)).append(";\n\n")
            .append("        public long op(int a, long b) {\n            return state++ + ").append(safe(simple, Type.LONG, ab)).append(";\n        }\n\n")
            .append("        int virtual(int x) {\n            return ").append(safe(simple, Type.INT, x)).append(" ^ state;\n        }\n    }\n");
        out.append("\n    static class Second extends First {\n        @Override\n        int virtual(int x) {\n            return super.virtual(x) * 31 + ")
            .append(safe(simple, Type.INT, x)).append(";\n        }\n\n        @Override\n        public int twist(int x) {\n            return virtual(x - 1);\n        }\n    }\n");
        out.append("\n    static final Op[] OBJECTS = {new First(), new Second(), (a, b) -> ").append(safe(simple, Type.LONG, ab))
            .append(", null, new Second(), new Op() {\n        private long seen;\n\n        @Override\n        public long op(int a, long b) {\n")
            .append("            return seen += ").append(safe(simple, Type.LONG, ab)).append(";\n        }\n    }};\n");
        out.append("\n    static Op object(int i) {\n        return OBJECTS[(i & 0x7FFFFFFF) % OBJECTS.length];\n    }\n");
    }

    /** Returns an expression that neither calls objects, which would recurse, nor reads the program's fields. */
    private String safe(ExpressionWriter writer, Type type, Scope scope) {
        while (true) {
            String e = writer.expression(type, 3, scope);
            if (!e.contains("object(")) {
                return e;
            }
        }
    }

    private void main(List<MethodSignature> methods) {
        out.append("\n    public static void main(String[] args) {\n");
        for (int round = 0; round < CALLS_OF_EACH; round++) {
            for (int i = methods.size() - 1; i >= 0; i--) {
                MethodSignature m = methods.get(i);
                List<String> arguments = new ArrayList<>();
                for (Type p : m.parameters()) {
                    arguments.add(expressions.expression(p, 1, fields));
                }
                out.append("        fuel = ").append(FUEL / 4).append(";\n        try {\n            mix(").append(m.name()).append('(')
                    .append(String.join(", ", arguments)).append("));\n        } catch (Failure e) {\n            mix(e.code);\n")
                    .append("        } catch (RuntimeException e) {\n            mix(kind(e));\n        }\n")
                    .append("        Out.show(\"").append(m.name()).append("\", checksum);\n");
            }
        }
        for (Type t : Type.values()) {
            out.append("        for (").append(t.keyword()).append(" x : ").append(t.arrayName()).append(") {\n            mix(x);\n        }\n");
            out.append("        Out.show(\"").append(t.arrayName()).append("\", checksum);\n");
        }
        out.append("        Out.show(\"text\", textField);\n    }\n");
    }

    /** What every program has, whatever its seed. */
    private static final String SUPPORT = """

            static final class Failure extends RuntimeException {
                final int code;

                Failure(int code) {
                    this.code = code;
                }
            }

            static int kind(RuntimeException e) {
                return e instanceof ArithmeticException ? 1 : e instanceof ArrayIndexOutOfBoundsException ? 2 : e instanceof NullPointerException ? 3
                    : e instanceof ClassCastException ? 4 : e instanceof NegativeArraySizeException ? 5 : 6;
            }

            static void mix(long x) {
                checksum = checksum * 0x5851F42D4C957F2DL + x + 0x14057B7EF767814FL;
                checksum ^= checksum >>> 29;
            }

            static void mix(double x) {
                mix(Double.doubleToLongBits(x));
            }

            static void mix(float x) {
                mix(Float.floatToIntBits(x));
            }

            static void mix(boolean x) {
                mix(x ? 1 : 2);
            }

            static void mix(String x) {
                mix(x.hashCode());
                if (x.length() > 40) {
                    textField = "cut";
                }
            }
        """;
}
