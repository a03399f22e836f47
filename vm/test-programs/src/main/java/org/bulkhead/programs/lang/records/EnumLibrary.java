package org.bulkhead.programs.lang.records;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import org.bulkhead.programs.Out;

/** What the library offers for enums: {@code valueOf}, {@code EnumSet}, {@code EnumMap}, order and text. */
public final class EnumLibrary {
    private enum Day { MON, TUE, WED, THU, FRI, SAT, SUN }

    private enum Size {
        SMALL, LARGE {
            @Override
            public String toString() {
                return "very large";
            }
        }
    }

    public static void main(String[] args) {
        Out.println(Day.valueOf("WED").ordinal());
        Out.println(Day.valueOf("SUN") + " " + Size.valueOf("LARGE") + " " + Size.LARGE.name());
        try {
            Out.println("" + Day.valueOf("XYZ"));
        } catch (IllegalArgumentException e) {
            Out.println("no such day");
        }
        try {
            Out.println("" + Day.valueOf(null));
        } catch (NullPointerException e) {
            Out.println("no name");
        }
        EnumSet<Day> weekend = EnumSet.of(Day.SUN, Day.SAT);
        Out.println(weekend.toString());
        Out.println(EnumSet.complementOf(weekend).toString());
        EnumSet<Day> range = EnumSet.range(Day.TUE, Day.FRI);
        range.remove(Day.WED);
        range.addAll(weekend);
        Out.println(range + " " + range.contains(Day.WED) + " " + range.size());
        range.retainAll(EnumSet.of(Day.SAT, Day.MON));
        Out.println(range + " " + EnumSet.noneOf(Day.class).isEmpty() + " " + EnumSet.allOf(Day.class).size());
        EnumMap<Day, Integer> hours = new EnumMap<>(Day.class);
        hours.put(Day.FRI, 6);
        hours.put(Day.MON, 8);
        hours.merge(Day.FRI, 1, Integer::sum);
        hours.putIfAbsent(Day.TUE, 3);
        hours.remove(Day.MON);
        int sum = 0;
        for (Map.Entry<Day, Integer> e : hours.entrySet()) {
            sum += e.getValue() * (e.getKey().ordinal() + 1);
        }
        Out.println(hours + " " + sum + " " + hours.containsKey(Day.MON));
        Out.println(Day.MON.compareTo(Day.SUN) + " " + Size.LARGE.getDeclaringClass().getSimpleName());
        Out.println(Size.LARGE.equals(Size.SMALL) + " " + (Size.LARGE == Size.values()[1]));
    }
}
