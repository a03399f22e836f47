/**
 * The supervisor: starts every isolate from its manifest, learns of each death, and starts again what died.
 *
 * <p>{@link org.bulkhead.servers.supervisor.Supervisor} is the isolate, {@link org.bulkhead.servers.supervisor.SupervisionService} its protocol; {@link org.bulkhead.servers.supervisor.Component} is what it knows of each program and its versions,
 * {@link org.bulkhead.servers.supervisor.Recovery} is what follows a death, by {@link org.bulkhead.servers.supervisor.Policy}; {@link org.bulkhead.servers.supervisor.Takeover} begins where the supervisor
 * before ended, by the {@link org.bulkhead.servers.supervisor.Ledger}; {@link org.bulkhead.servers.supervisor.Launcher} makes an isolate out of a manifest, {@link org.bulkhead.servers.supervisor.RestartPlan} decides when one comes back, and
 * {@link org.bulkhead.servers.supervisor.Obituaries} reads and prints what the nucleus recorded of each death. It never calls anybody, so nobody can make it wait.
 */
package org.bulkhead.servers.supervisor;
