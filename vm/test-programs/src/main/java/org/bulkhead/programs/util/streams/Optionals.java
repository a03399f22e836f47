package org.bulkhead.programs.util.streams;

import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.OptionalInt;
import org.bulkhead.programs.Out;

/** {@code Optional} in all its uses, present and empty. */
public final class Optionals {
    public static void main(String[] args) {
        Optional<String> some = Optional.of("value");
        Optional<String> none = Optional.empty();
        for (Optional<String> o : java.util.List.of(some, none)) {
            Out.println(o + " " + o.isPresent() + o.isEmpty() + " " + o.map(String::length).orElse(-1) + " " + o.filter(s -> s.startsWith("x")).isPresent()
                + " " + o.flatMap(s -> Optional.of(s + s)).orElseGet(() -> "made") + " " + o.or(() -> Optional.of("other")).get() + " " + o.stream().count());
            o.ifPresent(s -> Out.print("present " + s + " "));
            o.ifPresentOrElse(s -> Out.println("yes"), () -> Out.println("no"));
            try {
                Out.println(o.get());
            } catch (NoSuchElementException e) {
                Out.println(e.getMessage());
            }
            try {
                Out.println(o.orElseThrow(() -> new IllegalStateException("own")));
            } catch (IllegalStateException e) {
                Out.println(e.getMessage());
            }
        }
        Out.println(Optional.ofNullable(null).equals(none) + " " + some.equals(Optional.of("val" + "ue")) + " " + some.hashCode() + " " + none.hashCode());
        try {
            Optional.of(null);
        } catch (NullPointerException e) {
            Out.println("no null inside");
        }
        OptionalInt i = OptionalInt.of(5);
        Out.println(i + " " + i.getAsInt() + " " + OptionalInt.empty() + OptionalInt.empty().orElse(9));
    }
}
