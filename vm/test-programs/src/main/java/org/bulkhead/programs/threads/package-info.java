/**
 * Programs of several threads. What they print does not depend on who runs when: only the main thread prints, or the order is forced.
 */
package org.bulkhead.programs.threads;
