/**
 * A terminal on cells of characters and colours, for any adapter that shows such cells.
 *
 * <p>Output goes through {@link org.bulkhead.drivers.terminal.EscapeParser}, which takes it apart, and {@link org.bulkhead.drivers.terminal.Terminal}, which obeys, to
 * {@link org.bulkhead.drivers.terminal.TextScreen}, the cells. What a terminal has to remember besides is {@link org.bulkhead.drivers.terminal.TerminalState}. Facts are from ECMA-48 (5th
 * edition), the VT100 user guide and xterm's list of control sequences.
 */
package org.bulkhead.drivers.terminal;
