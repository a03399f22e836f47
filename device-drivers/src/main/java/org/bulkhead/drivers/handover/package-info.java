/** What a driver leaves to its successor when it is updated, or dies; of no device. */
package org.bulkhead.drivers.handover;
