package org.bulkhead.programs.lang.exceptions;

import org.bulkhead.programs.Out;

/** A stack trace can be replaced; {@code StackTraceElement} has text and equality. */
public final class StackTraceEditing {
    public static void main(String[] args) {
        StackTraceElement a = new StackTraceElement("org.example.Main", "run", "Main.java", 42);
        StackTraceElement b = new StackTraceElement("org.example.Main", "run", null, -1);
        StackTraceElement c = new StackTraceElement("Native", "call", "Native.java", -2);
        Out.println(a + " | " + b + " | " + c);
        Out.println(a.equals(new StackTraceElement("org.example.Main", "run", "Main.java", 42)) + " " + a.equals(b));
        Out.println(a.isNativeMethod() + " " + c.isNativeMethod());
        Exception e = new Exception("edited");
        e.setStackTrace(new StackTraceElement[] {a, b});
        Out.println(e.getStackTrace().length);
        Out.println(e.getStackTrace()[0].toString());
        StackTraceElement[] copy = e.getStackTrace();
        copy[0] = c;
        Out.println(e.getStackTrace()[0].getLineNumber());
        try {
            e.setStackTrace(new StackTraceElement[] {null});
        } catch (NullPointerException n) {
            Out.println("no null elements");
        }
        StackTraceElement here = new Throwable().getStackTrace()[0];
        Out.println(here.getMethodName() + " " + here.getLineNumber());
        Exception light = new Exception("light", null, true, false) {
        };
        Out.println(light.getStackTrace().length);
    }
}
