package org.bulkhead.servers.console;

import java.util.List;

/** Says how the word before the cursor can go on. */
@FunctionalInterface
interface Completion {
    /** What a word ends with that is complete only with more behind it. */
    String GOES_ON = "/";

    /** Returns the words that {@code word} could become, as the word behind {@code before} on the line; all begin with it. */
    List<String> candidates(String before, String word);
}
