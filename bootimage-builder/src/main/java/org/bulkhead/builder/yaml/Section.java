package org.bulkhead.builder.yaml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.bulkhead.builder.UserProblem;

/**
 * A mapping whose keys are asked for one by one; what is left at the {@linkplain #finish end} is unknown.
 *
 * <p>Every method that returns a value throws {@link UserProblem} with the place if the file has something else there.
 */
public final class Section {
    private final YamlNode.Mapping mapping;
    private final String what;
    private final Set<String> asked = new LinkedHashSet<>();

    private Section(YamlNode.Mapping mapping, String what) {
        this.mapping = mapping;
        this.what = what;
    }

    /** Returns a node that must be a mapping as a section; {@code what} says what it is, for messages. */
    public static Section of(YamlNode node, String what) {
        if (node instanceof YamlNode.Mapping mapping) {
            return new Section(mapping, what);
        }
        throw node.problem(what + " is " + node.describe() + ", and is to be a mapping: write its keys, each with a colon and a value");
    }

    /** Returns the problem that {@code message} is wrong with the section as a whole; to be thrown. */
    public UserProblem problem(String message) {
        return mapping.problem(message);
    }

    /** Returns the keys that it has. */
    public Set<String> keys() {
        return mapping.entries().keySet();
    }

    /** Returns whether the file has the key. */
    public boolean has(String key) {
        asked.add(key);
        return mapping.entries().containsKey(key);
    }

    /** Returns what a key has. */
    public Optional<YamlNode> node(String key) {
        asked.add(key);
        return Optional.ofNullable(mapping.entries().get(key));
    }

    /** Returns what a key has that must be there. */
    public YamlNode required(String key) {
        return node(key).orElseThrow(() -> problem(what + " has no \"" + key + "\": add it"));
    }

    /** Returns a value that must be there and that {@code reader} understands. */
    public <T> T value(String key, Function<YamlNode.Scalar, T> reader) {
        return reader.apply(scalar(key, required(key)));
    }

    /** Returns a value that {@code reader} understands, or another if there is none. */
    public <T> T value(String key, Function<YamlNode.Scalar, T> reader, T otherwise) {
        return node(key).map(each -> reader.apply(scalar(key, each))).orElse(otherwise);
    }

    /** Returns a text that must be there. */
    public String text(String key) {
        return value(key, YamlNode.Scalar::text);
    }

    /** Returns a text, or another if there is none. */
    public String text(String key, String otherwise) {
        return value(key, YamlNode.Scalar::text, otherwise);
    }

    private static YamlNode.Scalar scalar(String key, YamlNode node) {
        if (node instanceof YamlNode.Scalar scalar && !scalar.text().isEmpty()) {
            return scalar;
        }
        throw node.problem("\"" + key + "\" is " + node.describe() + ", and is to be a single value: write one behind the colon");
    }

    /** Returns one of some words as what it stands for. */
    public <T> T choice(String key, Map<String, T> words, T otherwise) {
        return value(key, each -> choice(each, words, "\"" + key + "\""), otherwise);
    }

    /** Returns what a scalar that must be one of some words stands for. */
    public static <T> T choice(YamlNode.Scalar scalar, Map<String, T> words, String what) {
        T found = words.get(scalar.text());
        if (found == null) {
            throw scalar.problem(what + " cannot be \"" + scalar.text() + "\"" + Nearest.hint(scalar.text(), words.keySet()));
        }
        return found;
    }

    /** Returns the regular expression of a key that must be there. */
    public Pattern pattern(String key) {
        return value(key, each -> {
            try {
                return Pattern.compile(each.text(), Pattern.MULTILINE);
            } catch (PatternSyntaxException e) {
                throw each.problem("\"" + key + "\" is no regular expression: " + e.getDescription() + " in \"" + each.text() + "\"; write \\ before characters that mean themselves, and quotes around all");
            }
        });
    }

    /** Returns the items of a list; a single item may stand for a list of one, and there is none without the key. */
    public List<YamlNode> list(String key) {
        return node(key).map(Section::items).orElse(List.of());
    }

    /** Returns the items of a list; anything else is a list of one. */
    public static List<YamlNode> items(YamlNode node) {
        return node instanceof YamlNode.Sequence sequence ? sequence.items() : List.of(node);
    }

    /** Returns the texts of a list. */
    public List<YamlNode.Scalar> scalars(String key) {
        return list(key).stream().map(each -> scalar(key, each)).toList();
    }

    /** Returns the section of a key that must be there. */
    public Section section(String key) {
        return of(required(key), "\"" + key + "\"");
    }

    /** Returns the keys and texts of a mapping; none without the key. */
    public Map<String, YamlNode.Scalar> texts(String key) {
        Map<String, YamlNode.Scalar> texts = new LinkedHashMap<>();
        node(key).ifPresent(node -> of(node, "\"" + key + "\"").mapping.entries().forEach((name, value) -> texts.put(name, scalar(name, value))));
        return texts;
    }

    /** Returns which of some keys it has, of which it must have one and no more. */
    public String oneOf(List<String> keys) {
        asked.addAll(keys);
        List<String> found = keys.stream().filter(mapping.entries()::containsKey).toList();
        if (found.size() == 1) {
            return found.get(0);
        }
        if (found.isEmpty()) {
            for (String each : mapping.entries().keySet()) {
                if (!asked.contains(each)) {
                    throw unknown(each);
                }
            }
            throw problem(what + " says nothing: add one of " + String.join(", ", keys));
        }
        throw problem(what + " has " + String.join(" and ", found) + ", and can have one of them: leave the others out, or write them separately");
    }

    /** Checks that every key of the file has been asked for. */
    public void finish() {
        List<String> problems = new ArrayList<>();
        for (String each : mapping.entries().keySet()) {
            if (!asked.contains(each)) {
                problems.add(unknown(each).getMessage());
            }
        }
        if (!problems.isEmpty()) {
            throw UserProblem.usage(String.join("\n", problems));
        }
    }

    private UserProblem unknown(String key) {
        YamlNode value = mapping.entries().get(key);
        return UserProblem.usage(value.place() + ": " + what + " has no key \"" + key + "\"" + Nearest.hint(key, asked));
    }
}
