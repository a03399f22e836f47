/**
 * The machine as the nucleus sees it: the processor's tables, the interrupt controller, the clock, what the nucleus says (its log, the console of last resort, the dump), and the ways to end everything.
 *
 * <p>Every privileged instruction goes through {@link org.bulkhead.nucleus.kernel.hardware.Hardware}, which tests replace. What belongs to the processor and must lie in memory that the
 * processor itself reads (segment and interrupt tables, task state, stacks) is drawn in {@link org.bulkhead.nucleus.kernel.hardware.ProcessorBlock}.
 */
package org.bulkhead.nucleus.kernel.hardware;
