package org.bulkhead.servers.console;

/** How constants of enums are typed and shown: in lower case, with {@code -} between their words. */
final class Words {
    private Words() {}

    /** Returns the word for a constant: {@code wild-write} for {@code WILD_WRITE}. */
    static String of(Enum<?> constant) {
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < constant.name().length(); i++) {
            char c = constant.name().charAt(i);
            word.append(c == '_' ? '-' : c >= 'A' && c <= 'Z' ? (char) (c - 'A' + 'a') : c);
        }
        return word.toString();
    }

    /** Returns the constant that a word stands for, in whatever case it is typed, or null. */
    static <E extends Enum<E>> E find(String word, E[] constants) {
        for (E each : constants) {
            if (of(each).equalsIgnoreCase(word)) {
                return each;
            }
        }
        return null;
    }

    /** Returns all words, with commas. */
    static String list(Enum<?>[] constants) {
        StringBuilder all = new StringBuilder();
        for (Enum<?> each : constants) {
            all.append(all.isEmpty() ? "" : ", ").append(of(each));
        }
        return all.toString();
    }
}
