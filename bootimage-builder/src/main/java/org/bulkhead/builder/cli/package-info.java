/**
 * The {@code bulkhead} command line, one class per subcommand.
 *
 * <p>Errors are one line that names the thing and the remedy: exit status 2 if the command was given wrongly, 1 if what it
 * asked for failed; the stack trace comes with {@code --verbose}.
 */
package org.bulkhead.builder.cli;
