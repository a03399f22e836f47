/** Fault injection: faults are put into the drivers of a running system, and what becomes of each is judged from outside. See docs/dependability.md. */
package org.bulkhead.builder.campaign;
