/** {@code java.util.concurrent}, and timers. */
package org.bulkhead.programs.threads.concurrent;
