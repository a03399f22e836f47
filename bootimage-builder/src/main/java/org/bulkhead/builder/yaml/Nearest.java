package org.bulkhead.builder.yaml;

import java.util.Collection;
import java.util.Comparator;
import java.util.stream.Collectors;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Finds what somebody may have meant. */
public final class Nearest {
    private Nearest() {}

    /** Returns {@code " (did you mean X?)"} if one of the words is near, or else {@code "; there are: …"} with all of them. */
    public static String hint(String wrong, Collection<String> words) {
        int limit = Math.max(2, wrong.length() / 3);
        return words.stream().filter(each -> distance(wrong, each) <= limit).min(Comparator.comparing(each -> distance(wrong, each)))
            .map(each -> " (did you mean " + each + "?)")
            .orElse(words.isEmpty() ? "" : "; there are: " + words.stream().sorted().collect(Collectors.joining(", ")));
    }

    private static int distance(String one, String other) {
        return LevenshteinDistance.getDefaultInstance().apply(one, other);
    }
}
