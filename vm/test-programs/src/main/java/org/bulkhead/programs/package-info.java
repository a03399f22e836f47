/**
 * Small Java programs that are run twice, compiled by Bulkhead and on HotSpot, and must print the same.
 *
 * <p>Every program is a class with a {@code main} method. Its output is a pure function of its
 * class files: no clock, no identity hash, no thread, no file. Programs are grouped by topic and
 * layered by how much of {@code java.base} they need (see {@link org.bulkhead.programs.Layer}), because a VM comes up from below: the
 * {@code core} programs use nothing but {@link org.bulkhead.programs.Out}, which converts numbers
 * itself. {@link org.bulkhead.programs.Catalogue} lists them all. Beside them stand a generator
 * of random programs and the benchmark kernels.
 */
package org.bulkhead.programs;
