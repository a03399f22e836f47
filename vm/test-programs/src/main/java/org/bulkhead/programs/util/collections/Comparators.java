package org.bulkhead.programs.util.collections;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.bulkhead.programs.Out;

/** Chains of comparators: keys, reversal, nulls, primitive keys. */
public final class Comparators {
    private record Person(String name, int age, Double height) {
        @Override
        public String toString() {
            return name + age;
        }
    }

    public static void main(String[] args) {
        List<Person> people = new ArrayList<>(List.of(
            new Person("Eve", 30, 1.7), new Person("adam", 30, null), new Person("Bob", 25, 1.8), new Person("Zoe", 41, 1.6), new Person("Ann", 25, null)));
        show(people, Comparator.comparing(Person::name));
        show(people, Comparator.comparing(Person::name, String.CASE_INSENSITIVE_ORDER));
        show(people, Comparator.comparingInt(Person::age).thenComparing(Person::name, Comparator.reverseOrder()));
        show(people, Comparator.comparingInt(Person::age).reversed().thenComparing(Comparator.comparing(Person::name).reversed()));
        show(people, Comparator.comparing(Person::height, Comparator.nullsFirst(Comparator.naturalOrder())));
        show(people, Comparator.comparing(Person::height, Comparator.nullsLast(Comparator.<Double>naturalOrder().reversed())));
        show(people, Comparator.comparingLong(p -> -p.name().hashCode()));
        show(people, Comparator.comparingDouble((Person p) -> p.age() % 7 / 2.0).thenComparingInt(p -> p.name().length()).thenComparing(Person::name));
        show(people, (a, b) -> 0);
        Out.println(Comparator.<Integer>naturalOrder().compare(1, 2) + " " + Comparator.<Integer>reverseOrder().reversed().compare(1, 2));
    }

    private static void show(List<Person> people, Comparator<? super Person> order) {
        people.sort(order);
        Out.println(people.toString());
    }
}
