/** Every arithmetic, conversion and comparison bytecode, at the edges of its range. */
package org.bulkhead.programs.core.arithmetic;
