/**
 * The console on the first serial line: a prompt for a handful of commands.
 *
 * <p>{@link org.bulkhead.servers.console.Console} has the commands, {@link org.bulkhead.servers.console.Terminal} the line editing, {@link org.bulkhead.servers.console.LogFollower} shows
 * what the system logs meanwhile.
 */
package org.bulkhead.servers.console;
