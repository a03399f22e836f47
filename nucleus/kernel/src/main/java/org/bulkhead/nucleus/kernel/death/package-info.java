/**
 * How an isolate ends: one bounded procedure in a fixed order ({@link org.bulkhead.nucleus.kernel.death.Deaths}), and the ring of records that it leaves behind
 * ({@link org.bulkhead.nucleus.kernel.death.DeathRing}).
 */
package org.bulkhead.nucleus.kernel.death;
