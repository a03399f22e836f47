/** Branches, switches, loops, the order of evaluation, and methods too large for short jumps or narrow local slots. */
package org.bulkhead.programs.core.control;
