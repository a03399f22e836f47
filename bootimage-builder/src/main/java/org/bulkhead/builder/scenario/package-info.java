/**
 * Runs of the whole system that are judged from outside.
 *
 * <p>{@code file} reads what people write, {@code run} boots it, {@code judge} judges what was left behind, and {@code report} shows it. The system reports by {@linkplain MarkedLine marked lines} in
 * its log.
 */
package org.bulkhead.builder.scenario;
