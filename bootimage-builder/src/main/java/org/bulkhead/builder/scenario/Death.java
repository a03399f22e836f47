package org.bulkhead.builder.scenario;

/**
 * A death that the system reported.
 *
 * @param isolate name of the isolate that died
 * @param incarnation how often it had been restarted before, from 0
 * @param reason a {@link org.bulkhead.nucleus.abi.DeathReason}, or what the system printed in its place
 * @param detail what the reason's detail was, for example the address
 * @param instructionsToService time-stamp counter from the fault to the next completed request: instructions with Bochs, ticks of
 *     the emulated clock with QEMU
 */
public record Death(String isolate, int incarnation, String reason, String detail, long instructionsToService) {
    /** First word of the line that reports a death. */
    static final String WORD = "death";

    static Death of(MarkedLine line) {
        return new Death(line.text("isolate"), (int) line.number("incarnation"), line.text("reason"),
                line.values().getOrDefault("detail", ""), line.number("serviceTicks") - line.number("faultTicks"));
    }
}
