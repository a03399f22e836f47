/** The figures of {@code docs/benchmarks.md}: measured, never asserted. */
package org.bulkhead.builder.bench;
