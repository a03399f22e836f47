/**
 * Judging a run by what it has left behind. The judges take nothing on trust: what the system should have printed they know from the scenario's file and from the host's own disks.
 */
package org.bulkhead.builder.scenario.judge;
