/** Death records as people and other programs read them: the one place that knows their layout, for the consoles in the image and for {@code bulkhead postmortem} on the host. */
package org.bulkhead.servers.postmortem;
