/**
 * The conformance suite: what messages, handles, leases, priorities, budgets and faults must do, case by case, on the running system.
 *
 * <p>A case is a few lines of a script. The {@link org.bulkhead.servers.conformance.Conductor} reads it out; {@link org.bulkhead.servers.conformance.Puppet}s, isolates that were made for this one
 * case, act: each makes exactly the system call, or commits exactly the fault, that it is told. What a case checks is what a puppet's system call returned, what is in its memory, and how it died.
 * Nothing depends on time unless the case is about time: the conductor knows that all have come to rest because an isolate of the lowest priority gets to run.
 */
package org.bulkhead.servers.conformance;
