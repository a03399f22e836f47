/** Random work by many threads whose result depends on the seed alone. */
package org.bulkhead.programs.threads.stress;
