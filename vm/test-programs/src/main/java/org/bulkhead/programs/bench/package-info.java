/**
 * Ten benchmark kernels, each with {@code long run(int n)} that does {@code n} rounds and returns a checksum.
 *
 * <p>{@code main} takes the number of rounds, prints the checksum, which is the same on every VM, and
 * on the last line the time it took as {@code elapsed-ns: N}. Nothing in a kernel depends on the
 * time; each is small enough to be read at a glance and large enough that call overhead does not count.
 */
package org.bulkhead.programs.bench;
