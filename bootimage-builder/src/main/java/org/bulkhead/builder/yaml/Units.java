package org.bulkhead.builder.yaml;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers with units, as people write them. */
public final class Units {
    /** What an instruction takes in a machine whose processor executes 100 million a second, as Bochs's is told to. */
    public static final long NANOS_PER_INSTRUCTION = 10;

    private static final Pattern FORM = Pattern.compile("([0-9][0-9_,]*(?:\\.[0-9]+)?) ?([A-Za-z%]+(?: [a-z]+)?)?");
    private static final Pattern HEXADECIMAL = Pattern.compile("0x[0-9a-fA-F]{1,16}");
    private static final Map<String, Long> SIZES = Map.of("B", 1L, "KiB", 1L << 10, "MiB", 1L << 20, "GiB", 1L << 30);
    private static final Map<String, Long> TIMES = times();

    private Units() {}

    private static Map<String, Long> times() {
        Map<String, Long> times = new LinkedHashMap<>();
        times.put("us", 1_000L);
        times.put("ms", 1_000_000L);
        times.put("s", 1_000_000_000L);
        times.put("min", 60_000_000_000L);
        instructions().forEach((unit, count) -> times.put(unit, count * NANOS_PER_INSTRUCTION));
        return times;
    }

    private static Map<String, Long> instructions() {
        Map<String, Long> units = new LinkedHashMap<>();
        units.put("instructions", 1L);
        units.put("K instructions", 1_000L);
        units.put("M instructions", 1_000_000L);
        units.put("G instructions", 1_000_000_000L);
        return units;
    }

    /** Returns a size like {@code 16 MiB} in bytes. */
    public static long size(YamlNode.Scalar scalar) {
        return number(scalar, SIZES, "a size", "16 MiB");
    }

    /** Returns a time like {@code 10 ms} or {@code 50M instructions} in nanoseconds of the machine's time. */
    public static long time(YamlNode.Scalar scalar) {
        return number(scalar, TIMES, "a time", "10 ms or 50M instructions");
    }

    /** Returns a number of instructions like {@code 300K instructions}; a time counts as well. */
    public static long instructionCount(YamlNode.Scalar scalar) {
        return time(scalar) / NANOS_PER_INSTRUCTION;
    }

    /** Returns a whole number without a unit, not below {@code least}. */
    public static long count(YamlNode.Scalar scalar, long least) {
        if (!scalar.text().matches("[0-9][0-9_,]{0,17}")) {
            throw scalar.problem("\"" + scalar.text() + "\" is no whole number: write digits alone");
        }
        long count = Long.parseLong(digits(scalar.text()));
        if (count < least) {
            throw scalar.problem(count + " is too small: " + least + " is the least");
        }
        return count;
    }

    /** Returns a value to be compared with what the system prints: a number with a unit without it (bytes, instructions), anything else as it stands. */
    public static String plain(YamlNode.Scalar scalar) {
        Matcher matcher = FORM.matcher(scalar.text());
        if (HEXADECIMAL.matcher(scalar.text()).matches() || !matcher.matches() || matcher.group(2) == null) {
            return scalar.text().matches("[0-9][0-9_,]*") ? digits(scalar.text()) : scalar.text();
        }
        String unit = unit(matcher);
        Map<String, Long> units = new LinkedHashMap<>(SIZES);
        units.putAll(instructions());
        units.put("%", 1L);
        return units.containsKey(unit) ? Long.toString(number(scalar, units, "a number", "16 MiB")) : scalar.text();
    }

    private static String digits(String text) {
        return text.replace("_", "").replace(",", "");
    }

    /** {@code 50M instructions} and {@code 50 M instructions} are the same. */
    private static String unit(Matcher matcher) {
        return matcher.group(2) == null ? "" : matcher.group(2);
    }

    private static long number(YamlNode.Scalar scalar, Map<String, Long> units, String what, String example) {
        Matcher matcher = FORM.matcher(scalar.text());
        if (!matcher.matches()) {
            throw scalar.problem("\"" + scalar.text() + "\" is not " + what + ": write it like " + example);
        }
        String unit = unit(matcher);
        Long factor = units.get(unit);
        if (factor == null) {
            throw scalar.problem("\"" + scalar.text() + "\" has " + (unit.isEmpty() ? "no unit" : "the unit \"" + unit + "\"") + ", and is to be " + what + ": write it like " + example
                + ", with one of " + String.join(", ", units.keySet().stream().sorted().toList()));
        }
        try {
            return new BigDecimal(digits(matcher.group(1))).multiply(BigDecimal.valueOf(factor)).longValueExact();
        } catch (ArithmeticException e) {
            throw scalar.problem("\"" + scalar.text() + "\" is too large, or finer than its smallest unit: round it");
        }
    }
}
