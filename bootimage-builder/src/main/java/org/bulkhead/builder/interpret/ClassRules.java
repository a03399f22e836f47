package org.bulkhead.builder.interpret;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * Rules, one a line, that say when classes are initialised; the rule with the longest pattern that matches decides.
 *
 * <pre>
 * # comment
 * java/util/                 all classes of the package and of those below: while building, if the initialiser does nothing that exists only at run time
 * java/util/Random           this class and its member classes
 * -java/util/Timer           at run time
 * !org/bulkhead/nucleus/     while building; anything that prevents it fails the build
 * </pre>
 */
final class ClassRules {
    /** What a rule says. */
    enum Rule { RUN_TIME, BUILD_TIME, REQUIRED }

    private static final char NEGATION = '-';
    private static final char REQUIREMENT = '!';

    private final Map<String, Rule> rules = new HashMap<>();

    /** Reads the rules from a resource beside this class. */
    static ClassRules read(String resource) {
        ClassRules rules = new ClassRules();
        try (InputStream in = ClassRules.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("resource " + resource + " is missing beside " + ClassRules.class.getName());
            }
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)).lines().forEach(rules::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rules;
    }

    void add(String line) {
        int comment = line.indexOf('#');
        String text = (comment < 0 ? line : line.substring(0, comment)).trim();
        if (text.isEmpty()) {
            return;
        }
        Rule rule = text.charAt(0) == NEGATION ? Rule.RUN_TIME : text.charAt(0) == REQUIREMENT ? Rule.REQUIRED : Rule.BUILD_TIME;
        String pattern = rule == Rule.BUILD_TIME ? text : text.substring(1);
        if (rules.put(pattern, rule) != null) {
            throw new IllegalStateException("two rules for " + pattern);
        }
    }

    /** Returns what holds for the class with the internal name {@code name}. */
    Rule ruleFor(String name) {
        Rule exact = rules.get(name);
        if (exact != null) {
            return exact;
        }
        for (int at = lastBoundary(name, name.length()); at >= 0; at = lastBoundary(name, at)) {
            // A package keeps its slash in the pattern, an outer class does not have the dollar sign in it.
            Rule rule = rules.get(name.charAt(at) == '/' ? name.substring(0, at + 1) : name.substring(0, at));
            if (rule != null) {
                return rule;
            }
        }
        return Rule.RUN_TIME;
    }

    private static int lastBoundary(String name, int before) {
        return Math.max(name.lastIndexOf('/', before - 1), name.lastIndexOf('$', before - 1));
    }
}
