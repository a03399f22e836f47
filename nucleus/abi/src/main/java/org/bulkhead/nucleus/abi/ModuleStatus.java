package org.bulkhead.nucleus.abi;

/**
 * What the nucleus tells of a module ({@link SystemCall#INSPECT_MODULE}): 64 bits for each field, in this order.
 *
 * <pre>
 * STATE 0 free, 1 open, 2 sealed   PAGES frames in use, its page tables included   PAGE_LIMIT most frames that it may have   REFERENCES handles to it, in tables and messages, and isolates that run it
 * </pre>
 */
public enum ModuleStatus {
    STATE, PAGES, PAGE_LIMIT, REFERENCES
}
