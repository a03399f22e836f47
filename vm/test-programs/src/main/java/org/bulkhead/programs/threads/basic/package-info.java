/** Starting, ending, interrupting and looking at threads. */
package org.bulkhead.programs.threads.basic;
