/** The ways a program can end: an uncaught exception, {@code System.exit}, and what runs before and what does not. */
package org.bulkhead.programs.lang.endings;
