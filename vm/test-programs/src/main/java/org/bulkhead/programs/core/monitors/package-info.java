/** Synchronised blocks and methods in one thread: entering again, and leaving on every way out. */
package org.bulkhead.programs.core.monitors;
