/**
 * The system calls: one method each, whose description begins with who may make it and names what it refuses. {@link org.bulkhead.nucleus.kernel.call.SystemCalls} is the table of them.
 *
 * <p>A method returns the call's result (0 or more), a {@link org.bulkhead.nucleus.kernel.object.Refusal}, or {@link org.bulkhead.nucleus.kernel.object.Refusal#PENDING} when the thread waits now.
 * Arguments come as they stood in the registers and are trusted in nothing.
 */
package org.bulkhead.nucleus.kernel.call;
