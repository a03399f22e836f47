/** How programs of several threads end. */
package org.bulkhead.programs.threads.endings;
