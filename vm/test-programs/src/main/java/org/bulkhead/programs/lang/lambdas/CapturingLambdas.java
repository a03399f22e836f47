package org.bulkhead.programs.lang.lambdas;

import java.util.function.IntSupplier;
import java.util.function.Supplier;
import org.bulkhead.programs.Out;

/** Lambdas that capture variables of every type, the enclosing object, and many at once. */
public final class CapturingLambdas {
    private interface Task {
        String run(String prefix);
    }

    private int field = 1;

    public static void main(String[] args) {
        boolean z = true;
        byte b = -1;
        char c = 'c';
        short s = -300;
        int i = 70000;
        long l = 1L << 40;
        float f = 0.5f;
        double d = -2.25;
        String text = "text";
        int[] array = {1};
        Task[] tasks = {
            p -> p + z, p -> p + b, p -> p + c, p -> p + s, p -> p + i, p -> p + l, p -> p + f, p -> p + d, p -> p + text,
            p -> p + ++array[0], p -> p + z + b + c + s + i + l + f + d + text + array[0]};
        for (Task t : tasks) {
            Out.println(t.run("> "));
        }
        Task[] counted = new Task[3];
        for (int n = 0; n < 3; n++) {
            int copy = n * n;
            counted[n] = p -> p + copy;
        }
        for (Task t : counted) {
            Out.println(t.run("counted "));
        }
        CapturingLambdas o = new CapturingLambdas();
        IntSupplier increment = o.incrementer(10);
        increment.getAsInt();
        Out.println(increment.getAsInt());
        o.field = 1000;
        Out.println(increment.getAsInt());
        Supplier<Supplier<String>> deep = o.deep(5L);
        Out.println(deep.get().get());
        long wide = l;
        double more = d;
        Supplier<String> fourteen = () -> "" + z + wide + more + b + l + c + d + s + wide + i + f + more + text + array.length;
        Out.println(fourteen.get());
    }

    private IntSupplier incrementer(int step) {
        return () -> field += step;
    }

    private Supplier<Supplier<String>> deep(long x) {
        String outer = "outer";
        return () -> {
            double y = x / 2.0;
            return () -> outer + x + y + field;
        };
    }
}
