/**
 * Connects ordinary Java programs with the consoles that run them: {@link org.bulkhead.servers.terminal.TerminalServer} stands between the two, so that neither waits for the other, and a console that dies finds the program's
 * output where it was.
 */
package org.bulkhead.servers.terminal;
