/** Device drivers: one package each, every driver an isolate with the ports and interrupts of its device and nothing else. */
package org.bulkhead.drivers;
