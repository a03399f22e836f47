package org.bulkhead.vm.linker.open;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The constants that the annotations of one class refer to, in the order of asking; index 0 is no constant. */
final class Constants {
    /** One constant. */
    sealed interface Constant {}

    /** A text. */
    record Text(String value) implements Constant {}

    /** 32 bits. */
    record Number(int value) implements Constant {}

    /** 64 bits. */
    record Wide(long value) implements Constant {}

    private final List<Constant> all = new ArrayList<>(List.of(new Number(0)));
    private final Map<Constant, Integer> indexes = new HashMap<>();

    int text(String value) {
        return index(new Text(value));
    }

    int number(int value) {
        return index(new Number(value));
    }

    int wide(long value) {
        return index(new Wide(value));
    }

    private int index(Constant constant) {
        return indexes.computeIfAbsent(constant, each -> {
            all.add(each);
            return all.size() - 1;
        });
    }

    List<Constant> all() {
        return all;
    }

    boolean isEmpty() {
        return indexes.isEmpty();
    }
}
