/** The clock that runs while the machine is off. Facts are from the data sheet of the MC146818 (Motorola, 1984). */
package org.bulkhead.drivers.cmos;
