package org.bulkhead.programs.reflect;

import java.lang.reflect.Member;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Members in an order that does not depend on the VM. */
final class Listing {
    private Listing() {}

    /** Prints the members that javac did not add for itself, each with its modifiers, sorted. */
    static void print(String title, Member[] members) {
        System.out.println(title);
        Stream.of(members).filter(each -> !each.getName().startsWith("lambda$")).map(each -> "  " + each + " " + Integer.toHexString(each.getModifiers() & ~Modifier.TRANSIENT))
            .sorted().forEach(System.out::println);
    }

    /** Returns the elements' texts, sorted. */
    static String sorted(Object[] elements) {
        return Arrays.stream(elements).map(String::valueOf).sorted().collect(Collectors.joining(", ", "[", "]"));
    }
}
