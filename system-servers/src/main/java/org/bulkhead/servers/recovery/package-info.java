/** Recovery programs: what decides about the deaths of components that name one of them in {@code @Restarts(recovery = …)}, in the place of the supervisor's own rule. */
package org.bulkhead.servers.recovery;
