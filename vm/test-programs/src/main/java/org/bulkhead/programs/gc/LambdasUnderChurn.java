package org.bulkhead.programs.gc;

import java.util.function.IntSupplier;
import java.util.function.IntUnaryOperator;
import org.bulkhead.programs.AllocatesMuch;
import org.bulkhead.programs.Out;

/** Captured variables live in lambdas and inner objects that outlast the methods that made them. */
@AllocatesMuch
public final class LambdasUnderChurn {
    public static void main(String[] args) {
        IntUnaryOperator[] kept = new IntUnaryOperator[50];
        long sum = 0;
        for (int i = 0; i < 100_000; i++) {
            int[] box = {i};
            String text = "t" + i % 10;
            IntUnaryOperator f = x -> x + box[0] + text.length();
            if (i % 2000 == 0) {
                kept[i / 2000] = f.andThen(x -> x * 2 + box.length);
            }
            IntSupplier s = () -> f.applyAsInt(box[0]++);
            sum += s.getAsInt() + s.getAsInt();
        }
        Out.println(sum);
        long check = 0;
        for (IntUnaryOperator k : kept) {
            check = check * 31 + k.applyAsInt(1);
        }
        Out.println(check);
        Runnable chain = () -> Out.println("end of chain");
        for (int i = 0; i < 1000; i++) {
            Runnable next = chain;
            int step = i;
            chain = () -> {
                if (step % 250 == 0) {
                    Out.println(step);
                }
                next.run();
            };
        }
        chain.run();
    }
}
