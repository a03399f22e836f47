package org.bulkhead.servers.conformance;

/** What a case is about; the order is that of the report. */
public enum Topic {
    DELIVERY, BOUNDS, CREDITS, BUFFERS, DEADLINES, CANCELLATION, DEATH, TOMBSTONE, HANDLES, RIGHTS, TRANSFERS, REVOCATION, LEASES, PRIORITY, BUDGETS, FAULTS, FLOATING_POINT, INTERRUPTS, DEVICES, MODULES
}
