/**
 * Layer 0: what the compiler and the bare runtime must do before any of the class library runs.
 *
 * <p>A program here uses string literals, arrays, {@code Object}, its own classes and exceptions,
 * and prints through {@link org.bulkhead.programs.Out}. The topics follow the virtual machine
 * specification: arithmetic, control, arrays, calls, types, exceptions, monitors, initialisation.
 */
package org.bulkhead.programs.core;
