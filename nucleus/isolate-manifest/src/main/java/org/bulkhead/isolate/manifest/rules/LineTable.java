package org.bulkhead.isolate.manifest.rules;

import java.util.Map;
import java.util.TreeMap;

/**
 * The lines on which a class and its annotations stand. Class files have no lines for annotations, so the annotation processor writes this table as a resource, and the builder
 * reads it.
 *
 * <p>A path is the simple name of an annotation, then {@code .element} and {@code [index]} as deep as need be: {@code UsesPorts.value[0].first}. The text has one path and
 * line per line, separated by a space, in the order of paths; the class itself has the path {@link #CLASS}.
 */
public final class LineTable {
    /** The path of the class itself. */
    public static final String CLASS = "class";

    private static final String FOLDER = "META-INF/bulkhead/";
    private static final String SUFFIX = ".lines";

    private final Map<String, Integer> lines = new TreeMap<>();

    /** Returns the path of the resource for a class, named as {@code Class.getName} does. */
    public static String resource(String className) {
        return FOLDER + className + SUFFIX;
    }

    /** Reads what {@link #toString} wrote. Lines that are not of that form are left out: the table only makes messages better. */
    public static LineTable parse(String text) {
        LineTable table = new LineTable();
        text.lines().map(each -> each.split(" ")).filter(each -> each.length == 2 && each[1].matches("[1-9]\\d{0,8}"))
            .forEach(each -> table.put(each[0], Integer.parseInt(each[1])));
        return table;
    }

    /** Says where something stands. */
    public void put(String path, int line) {
        lines.put(path, line);
    }

    /** Returns the line of a path, or of the innermost known thing around it, or of the class; 0 if none is known. */
    public int line(String path) {
        for (String each = path; !each.isEmpty(); each = each.substring(0, Math.max(0, Math.max(each.lastIndexOf('.'), each.lastIndexOf('['))))) {
            Integer line = lines.get(each);
            if (line != null) {
                return line;
            }
        }
        return lines.getOrDefault(CLASS, 0);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        lines.forEach((path, line) -> text.append(path).append(' ').append(line).append('\n'));
        return text.toString();
    }
}
