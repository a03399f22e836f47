/**
 * A program that tries everything an isolate must not do, one deed per life, and a warden that tells what became of it.
 *
 * <p>{@link org.bulkhead.servers.intruder.Deed} lists the deeds with what must come of each. Those that the processor stops end the intruder's life, and its supervisor
 * starts the next; of the others the intruder itself tells that the nucleus refused all. {@link org.bulkhead.servers.intruder.Warden} prints a line {@code @intruder deed=… result=… expected=…} for
 * each, then checks that the rest of the system lives, and switches the machine off with status 0 if all was as it must be.
 */
package org.bulkhead.servers.intruder;
