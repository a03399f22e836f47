/**
 * What is left of isolates that died, and of a nucleus that gave up, told with the names of the image: {@code bulkhead postmortem}.
 *
 * <p>Sources are a disk image onto which the boot loader has written a dump, that part of one in a file of its own, and text with the lines that the console's command {@code dump} prints. What is read is
 * never trusted: damage ends in a {@link org.bulkhead.builder.UserProblem} that says where.
 */
package org.bulkhead.builder.postmortem;
