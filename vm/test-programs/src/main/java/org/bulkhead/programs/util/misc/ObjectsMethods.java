package org.bulkhead.programs.util.misc;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.bulkhead.programs.Out;

/** {@code Objects}, and {@code UUID} from names and text. */
public final class ObjectsMethods {
    public static void main(String[] args) {
        Out.println(Objects.equals(null, null) + " " + Objects.equals("a", null) + " " + Objects.equals("a", "a") + " " + Objects.deepEquals(new int[] {1}, new int[] {1}));
        Out.println(Objects.hash(1, "a", null) + " " + Objects.hash() + " " + Objects.hashCode(null) + " " + Objects.toString(null, "default") + Objects.toString(5));
        Out.println(Objects.requireNonNullElse(null, "else") + Objects.requireNonNullElseGet(null, () -> "get") + Objects.isNull(null) + Objects.nonNull(null));
        Out.println(Objects.compare("a", "b", String::compareTo) + " " + Objects.checkIndex(3, 5));
        try {
            Objects.requireNonNull(null, "must not be null");
        } catch (NullPointerException e) {
            Out.println(e.getMessage());
        }
        try {
            Objects.checkIndex(5, 5);
        } catch (IndexOutOfBoundsException e) {
            Out.println(e.getMessage());
        }
        try {
            Objects.checkFromToIndex(2, 1, 5);
        } catch (IndexOutOfBoundsException e) {
            Out.println(e.getMessage());
        }
        UUID named = UUID.nameUUIDFromBytes(new byte[] {1, 2, 3});
        Out.println(named + " " + named.version() + " " + named.variant() + " " + named.hashCode() + " " + UUID.fromString(named.toString()).equals(named));
        UUID made = new UUID(0x123456789ABCDEF0L, -1);
        Out.println(made + " " + made.compareTo(named) + " " + made.getMostSignificantBits());
        Out.println(List.of(named, made).contains(new UUID(0x123456789ABCDEF0L, -1L)));
    }
}
