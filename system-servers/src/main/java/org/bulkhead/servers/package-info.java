/** Servers and programs of the system: one package each, all of them isolates without devices of their own. */
package org.bulkhead.servers;
