/**
 * A network driver whose interrupt line stays asserted, for the scenario in which the rest of the system goes on.
 *
 * <p>It drives the card by the same code as the driver that ships, which has none of this.
 */
package org.bulkhead.drivers.ne2000.scenario;
