/** Measures what it takes to get a driver into the running system, and back to work after a death. */
package org.bulkhead.servers.installing;
