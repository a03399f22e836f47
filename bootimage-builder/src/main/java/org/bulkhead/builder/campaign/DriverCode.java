package org.bulkhead.builder.campaign;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** A driver's own machine code: the methods of its packages, not of the runtime and the isolate API, which it shares with others. */
public final class DriverCode {
    private final String driver;
    private final List<List<Instruction>> methods;
    private final Map<FaultClass, List<Instruction>> fitting = new EnumMap<>(FaultClass.class);

    DriverCode(String driver, List<List<Instruction>> methods) {
        this.driver = driver;
        this.methods = List.copyOf(methods);
        List<Instruction> instructions = methods.stream().flatMap(List::stream).toList();
        for (FaultClass kind : FaultClass.values()) {
            if (kind.changesCode()) {
                fitting.put(kind, instructions.stream().filter(each -> Mutation.fits(kind, each)).toList());
            }
        }
    }

    /** Returns the driver's name. */
    public String driver() {
        return driver;
    }

    /** Returns the instructions of each method. */
    List<List<Instruction>> methods() {
        return methods;
    }

    /** Returns a change of code of some class, anywhere in the driver. */
    Mutation mutation(FaultClass kind, SplittableRandom random) {
        List<Instruction> places = fitting.get(kind);
        return Mutation.of(kind, places.get(random.nextInt(places.size())), random);
    }
}
