/** Drivers are made to fail in every way, one after the other, and the time until they serve again is taken: {@link org.bulkhead.servers.recovery.RecoveryTimer}. */
package org.bulkhead.servers.recovery;
