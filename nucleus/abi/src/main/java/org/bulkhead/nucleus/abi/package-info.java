/**
 * The nucleus's binary interface: system calls, messages, errors and reasons of death, as numbers that both sides of the ring boundary share.
 *
 * <p>A module of its own, so that neither the kernel nor the isolates' library sees the other. Everything here is a compile-time constant or an enum without behaviour.
 */
package org.bulkhead.nucleus.abi;
