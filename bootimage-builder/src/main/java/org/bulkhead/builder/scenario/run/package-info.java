/**
 * Running scenarios: the machine's disk, the host's part of the plan, one scenario after the other or several side by side.
 */
package org.bulkhead.builder.scenario.run;
