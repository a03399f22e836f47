package org.bulkhead.programs.core.control;

import org.bulkhead.programs.Out;

/** A switch over strings, with equal hash codes among the labels and among the subjects. */
public final class StringSwitch {
    public static void main(String[] args) {
        String[] subjects = {"", "a", "Aa", "BB", "AaBB", "BBAa", "AaAa", "BBBB", "one", "two", "three", "Three", "\u00e4"};
        for (String s : subjects) {
            Out.print(s);
            Out.print(" -> ");
            Out.println(number(s));
        }
        try {
            Out.println(number(args.length == 0 ? null : args[0]));
        } catch (NullPointerException e) {
            Out.println("null subject");
        }
    }

    private static int number(String s) {
        switch (s) {
            case "": return 0;
            case "one": return 1;
            case "two": return 2;
            case "three": return 3;
            case "Aa": return 10;
            case "BB": return 20;
            case "AaBB": return 30;
            case "BBAa": return 40;
            case "\u00e4": return 50;
            default: return -1;
        }
    }
}
