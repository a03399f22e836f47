/** Monitors that several threads want, wait and notify. */
package org.bulkhead.programs.threads.monitors;
