package org.bulkhead.isolate.manifest.rules;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Parses the amounts of {@code @Limits}. Each method throws IllegalArgumentException with what is wrong and what would be right. */
final class Amounts {
    private static final Pattern SIZE = Pattern.compile("(\\d{1,9})([KM]?)");
    private static final Pattern SHARE = Pattern.compile("(\\d{1,3})%");
    private static final Pattern TIME = Pattern.compile("(\\d{1,6})(ms|s)");
    private static final int KILO = 1024;
    private static final int MILLIS = 1000;
    private static final int WHOLE = 100;

    private Amounts() {}

    /** Returns the bytes in {@code 4096}, {@code 512K} or {@code 4M}. */
    static long bytes(String text) {
        Matcher match = SIZE.matcher(text);
        if (!match.matches()) {
            throw new IllegalArgumentException("\"" + text + "\" is no size: write it like \"512K\" or \"4M\"");
        }
        long number = Long.parseLong(match.group(1));
        return switch (match.group(2)) {
            case "K" -> number * KILO;
            case "M" -> number * KILO * KILO;
            default -> number;
        };
    }

    /** Returns the percentage in {@code 50%}, 1 to 100. */
    static int percent(String text) {
        Matcher match = SHARE.matcher(text);
        int percent = match.matches() ? Integer.parseInt(match.group(1)) : 0;
        if (percent < 1 || percent > WHOLE) {
            throw new IllegalArgumentException("\"" + text + "\" is no share: write it like \"50%\", from 1% to 100%");
        }
        return percent;
    }

    /** Returns the milliseconds in {@code 250ms} or {@code 2s}. */
    static int millis(String text) {
        Matcher match = TIME.matcher(text);
        if (!match.matches()) {
            throw new IllegalArgumentException("\"" + text + "\" is no time: write it like \"250ms\" or \"2s\"");
        }
        int number = Integer.parseInt(match.group(1));
        return match.group(2).equals("s") ? number * MILLIS : number;
    }
}
