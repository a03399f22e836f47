package org.bulkhead.programs.lang.numbers;

import org.bulkhead.programs.Out;

/** Arithmetic on boxed variables: unboxing, boxing again, mixed conditionals and null. */
public final class BoxedArithmetic {
    private Integer field = 10;
    private static Long counter = 0L;

    public static void main(String[] args) {
        Integer i = 5;
        i++;
        i += 3;
        ++i;
        Out.println(i);
        Integer old = i--;
        Out.println(old - i);
        Integer[] array = {1, 2, 3};
        array[1]++;
        array[2] *= array[1];
        Out.println(array[2]);
        BoxedArithmetic o = new BoxedArithmetic();
        o.field <<= 2;
        counter += o.field;
        counter++;
        Out.println(counter);
        Character c = 'a';
        c++;
        Out.println((char) c);
        Byte b = 127;
        b++;
        Out.println(b);
        Double d = 1.5;
        d /= 0;
        Out.println("" + d);
        Boolean flag = i > 5;
        flag &= !flag;
        Out.println(flag);
        Object mixed = flag ? 1 : 2.0;
        Out.println("" + mixed);
        Object kept = flag ? (Object) 1 : "two";
        Out.println("" + kept);
        long sum = 0;
        for (Integer n : array) {
            sum += n;
        }
        Out.println(sum);
        Integer nothing = args.length > 9 ? 1 : null;
        try {
            int n = nothing;
            Out.println(n);
        } catch (NullPointerException e) {
            Out.println("null unboxed");
        }
        try {
            Out.println(flag ? 1 : nothing);
        } catch (NullPointerException e) {
            Out.println("null in conditional");
        }
        switch (i) {
            case 9: Out.println("nine"); break;
            default: Out.println("other");
        }
        Out.println(i == 9 && i.equals(9) && 9 == i);
    }
}
