/**
 * The console: a prompt with a line editor, and commands that show and change what runs.
 *
 * <p>{@link org.bulkhead.servers.console.Console} is the isolate on the serial line, {@link org.bulkhead.servers.console.ScreenConsole} the one on screen and keyboard; neither knows of the other. {@link org.bulkhead.servers.console.Shell} reads lines and carries out the commands that {@link org.bulkhead.servers.console.Command}
 * lists; {@link org.bulkhead.servers.console.SystemTables} and {@link org.bulkhead.servers.console.DeathDump} show, {@link org.bulkhead.servers.console.LogFollower} what the system logs meanwhile.
 * Bytes from the terminal become keys in {@link org.bulkhead.servers.console.KeyDecoder}, keys become a line in {@link org.bulkhead.servers.console.LineEditor}. It asks the supervisor for everything and
 * has no right of its own but to its terminal, so its death costs a prompt and nothing else.
 */
package org.bulkhead.servers.console;
