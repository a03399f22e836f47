package org.bulkhead.builder.campaign;

import java.util.List;

/**
 * A fault and what became of it: one line of a results file.
 *
 * @param id number of the fault in the campaign
 * @param boot number of the series of faults that share a machine
 * @param machine number of the machine in that series: a new one is started when a machine cannot be trusted any more
 * @param driver into which it was put
 * @param kind its class
 * @param tick when it was put there, in ticks since the machine was switched on
 * @param place what was changed: an instruction, an address, a register
 * @param before what was there
 * @param after what was put there
 * @param reached whether the faulty instruction was executed, the register changed, the device asked
 * @param outcome what became of it
 * @param deaths isolates that died, each as NAME:REASON
 * @param errors requests of the load that ended with an error
 * @param detected answers that the load found to be wrong, and complained about
 * @param ticks from the injection to the verdict
 */
public record FaultResult(long id, long boot, int machine, String driver, FaultClass kind, long tick, String place, String before, String after, boolean reached, Outcome outcome,
        List<String> deaths, int errors, int detected, long ticks) {}
