package org.bulkhead.programs.core.arithmetic;

import org.bulkhead.programs.Out;

/** Compound assignment narrows its result back to the type of the variable. */
public final class CompoundAssignment {
    private byte byteField = 100;
    private static short shortField = 30000;

    public static void main(String[] args) {
        byte b = 100;
        b += 100;
        Out.show("byte +=", b);
        b *= 3;
        Out.show("byte *=", b);
        b >>>= 1;
        Out.show("byte >>>=", b);
        b += 3.7;
        Out.show("byte += double", b);
        char c = 'a';
        c += 1;
        Out.show("char +=", c);
        c -= 200L;
        Out.show("char -= long", (int) c);
        short s = -1;
        s >>>= 10;
        Out.show("short >>>=", s);
        int i = 7;
        i *= 2.5f;
        Out.show("int *= float", i);
        i /= 0.1;
        Out.show("int /= double", i);
        i += 1e20;
        Out.show("int += huge", i);
        long l = 1L << 53;
        l += 0.5f;
        Out.show("long += float", l);
        l <<= 65;
        Out.show("long <<=", l);
        float f = 16777216f;
        f += 1;
        Out.show("float +=", f);
        CompoundAssignment object = new CompoundAssignment();
        object.byteField += 50;
        shortField += 5000;
        shortField ^= 0xFFFF;
        Out.show("field", object.byteField);
        Out.show("static", shortField);
        boolean flag = true;
        flag &= object.byteField < 0;
        flag |= shortField == 3;
        flag ^= true;
        Out.show("boolean", flag);
    }
}
