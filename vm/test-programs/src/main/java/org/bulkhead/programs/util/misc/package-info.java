/** Random numbers, digests, and the small helpers of {@code java.util}. */
package org.bulkhead.programs.util.misc;
