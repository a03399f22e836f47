package org.bulkhead.programs.util.text;

import java.util.Formattable;
import java.util.FormattableFlags;
import java.util.Formatter;
import java.util.IllegalFormatException;
import java.util.List;
import org.bulkhead.programs.Out;

/** {@code String.format} of text, booleans, characters, objects; and formats that are refused. */
public final class FormatTexts {
    private static final class Shape implements Formattable {
        @Override
        public void formatTo(Formatter f, int flags, int width, int precision) {
            f.format("shape(%d,%d,%b)", width, precision, (flags & FormattableFlags.LEFT_JUSTIFY) != 0);
        }
    }

    public static void main(String[] args) {
        Out.println(String.format("%s|%10s|%-10s|%.2s|%8.3s|%S", "text", "text", "text", "text", "text", "text"));
        Out.println(String.format("%s %s %s %s", null, List.of(1, 2), 'c', 1.5) + String.format("|%5s|%-6s|", null, true));
        Out.println(String.format("%b %b %b %B %7b", true, null, "x", false, true));
        Out.println(String.format("%c%c%c|%3c|%C", 'x', 0x41, (byte) 66, 'y', 'z'));
        Out.println(String.format("100%% %n|").replace(System.lineSeparator(), "<newline>"));
        Out.println(String.format("%h %h", "hash", 255) + String.format(" %s %-20.5s", new Shape(), new Shape()));
        Out.println("%d items in %s".formatted(3, "box") + new Formatter().format("%d", 1).format("-%d", 2));
        String[] bad = {"%d", "%q", "%", "%5", "%-d", "%.2d", "%1$", "%,x", "%d %d"};
        for (String b : bad) {
            try {
                Out.println(String.format(b, "text"));
            } catch (IllegalFormatException e) {
                Out.println(b + ": " + e.getClass().getSimpleName());
            }
        }
        System.out.printf("printf %s %04d%n", "works", 42);
    }
}
