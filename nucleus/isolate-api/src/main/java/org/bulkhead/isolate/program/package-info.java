/** Ordinary Java programs as isolates: a {@code main} with a command line, a terminal and an exit status. */
package org.bulkhead.isolate.program;
