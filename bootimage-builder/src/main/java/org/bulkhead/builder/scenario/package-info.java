/**
 * Scenarios: runs of the whole system in an emulator that are judged from outside.
 *
 * <p>The system under test reports by <em>marked lines</em>, {@code @word key=value …}, on the debug port or the serial line; the
 * scenario knows by itself what must be reported, for example a digest that it computes from the same disk. A system that dies,
 * hangs or lies therefore fails.
 */
package org.bulkhead.builder.scenario;
