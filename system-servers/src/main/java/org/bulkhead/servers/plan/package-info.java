/** What a program that works alone in its image is told by the host, which wrote it to a disk: {@link org.bulkhead.servers.plan.PlanLine}. */
package org.bulkhead.servers.plan;
