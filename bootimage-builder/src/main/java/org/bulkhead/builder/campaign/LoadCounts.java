package org.bulkhead.builder.campaign;

import org.bulkhead.builder.scenario.MarkedLine;

/**
 * What the load has said of its requests to the driver.
 *
 * @param operations requests that were answered rightly
 * @param errors requests that ended with an error
 * @param detected answers that were wrong, and were found to be
 * @param wrong answers that were wrong though a lower layer vouches for them, or that stayed wrong after they had been detected
 */
record LoadCounts(int operations, int errors, int detected, int wrong) {
    static final LoadCounts NONE = new LoadCounts(0, 0, 0, 0);

    /** Returns what the lines of rounds in a text come to. */
    static LoadCounts in(String text) {
        LoadCounts sum = NONE;
        for (MarkedLine line : MarkedLine.in(text)) {
            if (line.word().equals("round")) {
                sum = sum.plus(new LoadCounts((int) line.number("ops"), (int) line.number("errors"), (int) line.number("detected"), (int) line.number("wrong")));
            }
        }
        return sum;
    }

    LoadCounts plus(LoadCounts other) {
        return new LoadCounts(operations + other.operations, errors + other.errors, detected + other.detected, wrong + other.wrong);
    }

    /** Returns whether wrong data passed for right: the load always says when it has found a wrong answer by itself, also if it then could do nothing about it. */
    boolean isSilentlyWrong() {
        return wrong > 0 && detected == 0;
    }

    /** Returns whether all was answered, and rightly. */
    boolean isClean() {
        return operations > 0 && errors == 0 && detected == 0 && wrong == 0;
    }
}
