package org.bulkhead.programs.lang.numbers;

import org.bulkhead.programs.Out;

/** Text that is no number is refused with a message that quotes it. */
public final class ParseFailures {
    public static void main(String[] args) {
        String[] texts = {"", " ", "1 ", "abc", "2147483648", "-2147483649", "+", "-", "--1", "1.5", "9223372036854775808", "0x10", "1_000"};
        for (String t : texts) {
            try {
                Out.println(Integer.parseInt(t));
            } catch (NumberFormatException e) {
                Out.println(e.getMessage());
            }
            try {
                Out.println(Long.parseLong(t));
            } catch (NumberFormatException e) {
                Out.println(e.getMessage());
            }
        }
        try {
            Out.println(Integer.parseInt(null));
        } catch (NumberFormatException e) {
            Out.println("null refused");
        }
        try {
            Out.println(Integer.parseInt("12", 1));
        } catch (NumberFormatException e) {
            Out.println(e.getMessage());
        }
        try {
            Out.println(Integer.parseInt("19", 8));
        } catch (NumberFormatException e) {
            Out.println(e.getMessage());
        }
        try {
            Out.println(Byte.parseByte("128"));
        } catch (NumberFormatException e) {
            Out.println(e.getMessage());
        }
        try {
            Out.println(Double.parseDouble("one"));
        } catch (NumberFormatException e) {
            Out.println(e.getMessage());
        }
        try {
            Out.println(Double.parseDouble(" "));
        } catch (NumberFormatException e) {
            Out.println(e.getMessage());
        }
    }
}
