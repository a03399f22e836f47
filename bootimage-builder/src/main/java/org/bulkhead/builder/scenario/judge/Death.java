package org.bulkhead.builder.scenario.judge;

import com.fasterxml.jackson.annotation.JsonIgnore;
import org.bulkhead.builder.scenario.MarkedLine;

/**
 * A death that the system reported.
 *
 * @param isolate name of the isolate that died
 * @param incarnation how often it had been restarted before, from 0
 * @param reason a {@link org.bulkhead.nucleus.abi.DeathReason}, or what the system printed in its place
 * @param detail what the reason's detail was, for example the address
 * @param faultTicks time-stamp counter at the fault
 * @param instructionsToService time-stamp counter from the fault to the next completed request: instructions with Bochs, ticks of
 *     the emulated clock with QEMU; negative if none has been completed
 */
public record Death(String isolate, int incarnation, String reason, String detail, long faultTicks, long instructionsToService) {
    static Death of(MarkedLine line) {
        return new Death(line.text("isolate"), (int) line.number("incarnation"), line.text("reason"),
                line.values().getOrDefault("detail", ""), line.number("faultTicks"), line.number("serviceTicks") - line.number("faultTicks"));
    }

    /** Returns whether the isolate ended by itself with status 0. */
    @JsonIgnore
    public boolean isOrderly() {
        return reason.equals("EXIT") && detail.equals("0x0");
    }

    /** Returns who died of what. */
    public String describe() {
        return isolate + "[" + incarnation + "] " + reason;
    }
}
