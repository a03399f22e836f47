package org.bulkhead.builder.scenario.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bulkhead.builder.yaml.Section;
import org.bulkhead.builder.yaml.Units;
import org.bulkhead.builder.yaml.YamlNode;
import org.bulkhead.servers.scenario.Comparison;
import org.bulkhead.servers.scenario.Requirement;

/** Reads what a value must be: {@code 6}, {@code at least 16 MiB}, {@code not FAILED}. */
final class Comparisons {
    private Comparisons() {}

    /** Reads what the value of a key must be. */
    static Requirement requirement(String key, YamlNode.Scalar scalar) {
        for (Comparison each : Comparison.values()) {
            if (each != Comparison.EQUAL && scalar.text().startsWith(each.words())) {
                return requirement(key, each, new YamlNode.Scalar(scalar.text().substring(each.words().length()), scalar.place()));
            }
        }
        return requirement(key, Comparison.EQUAL, scalar);
    }

    private static Requirement requirement(String key, Comparison comparison, YamlNode.Scalar value) {
        String plain = Units.plain(value);
        boolean ordered = comparison == Comparison.AT_LEAST || comparison == Comparison.AT_MOST;
        if (ordered && !comparison.holds(plain, plain)) {
            throw value.problem("\"" + value.text() + "\" is no number, and \"" + comparison.words().strip() + "\" needs one: write digits, perhaps with a unit like KiB or K instructions");
        }
        return new Requirement(key, comparison, plain);
    }

    /** Reads how many there must be. */
    static Requirement count(String key, YamlNode.Scalar scalar) {
        Requirement count = requirement(key, scalar);
        if (!Comparison.AT_LEAST.holds(count.value(), "0")) {
            throw scalar.problem("\"" + scalar.text() + "\" is no number of times: write it like 6, at least 3 or at most 10");
        }
        return count;
    }

    /** Reads the requirements of a mapping of keys to what their values must be; none without the key. */
    static List<Requirement> requirements(Section section, String key) {
        List<Requirement> requirements = new ArrayList<>();
        Map<String, YamlNode.Scalar> texts = section.texts(key);
        texts.forEach((name, value) -> requirements.add(requirement(name, value)));
        return List.copyOf(requirements);
    }
}
