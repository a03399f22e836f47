/** Strings, builders and concatenation, in Latin-1 and beyond. */
package org.bulkhead.programs.lang.strings;
