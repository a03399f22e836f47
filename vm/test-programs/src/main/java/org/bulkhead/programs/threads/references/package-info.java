/** What waits for the collector: threads at reference queues, cleaners. */
package org.bulkhead.programs.threads.references;
