/** {@code java.util.Arrays}: sorting, searching, filling, comparing, text. */
package org.bulkhead.programs.util.arrays;
