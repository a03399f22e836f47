package org.bulkhead.programs.util.collections;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.bulkhead.programs.Out;

/** The static methods of {@code Collections} that order, search and change lists. */
public final class CollectionsMethods {
    public static void main(String[] args) {
        List<Integer> list = new ArrayList<>(Arrays.asList(5, 3, 9, 1, 7, 3, 8, 2));
        Collections.sort(list);
        Out.println(list + " " + Collections.binarySearch(list, 7) + " " + Collections.binarySearch(list, 4));
        Collections.reverse(list);
        Out.println(list.toString());
        Collections.shuffle(list, new Random(42));
        Out.println(list.toString());
        Collections.swap(list, 0, 7);
        Collections.rotate(list, 3);
        Out.println(list.toString());
        Collections.rotate(list.subList(1, 5), -1);
        Out.println(list + " " + Collections.max(list) + Collections.min(list) + " " + Collections.frequency(list, 3));
        Collections.sort(list, Collections.reverseOrder());
        Out.println(list + " " + Collections.binarySearch(list, 8, Collections.reverseOrder()));
        Collections.replaceAll(list, 3, 33);
        Out.println(list + " " + Collections.indexOfSubList(list, Arrays.asList(33, 33)) + Collections.lastIndexOfSubList(list, Arrays.asList(1)));
        Collections.addAll(list, 4, 4);
        Out.println(Collections.disjoint(list, Arrays.asList(6, 10)) + " " + Collections.nCopies(3, "ab") + " " + Collections.max(list, (a, b) -> a % 10 - b % 10));
        Collections.fill(list, 0);
        Collections.copy(list, Arrays.asList(1, 2, 3));
        Out.println(list.toString());
        Out.println(Collections.emptyList() + " " + Collections.singletonList(1) + Collections.singleton("s") + Collections.singletonMap("k", "v"));
    }
}
