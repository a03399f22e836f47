/**
 * Messages: sending, receiving, replying, and what ends a wait in any other way.
 *
 * <p>A request lives in a slot of its queue until it is replied to, so the queue is the record of what was in flight when its server dies. Every operation validates everything first and commits
 * after a visible point of no return; a refused one has changed nothing.
 */
package org.bulkhead.nucleus.kernel.message;
