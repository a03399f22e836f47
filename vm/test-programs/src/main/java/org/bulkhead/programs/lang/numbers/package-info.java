/** Boxed numbers, their text in both directions, their bits, and {@code Math}. */
package org.bulkhead.programs.lang.numbers;
