/**
 * Works every driver of an image, round after round, and checks each answer from end to end: {@link org.bulkhead.servers.exerciser.Exerciser}. Fault-injection campaigns and measurements under load
 * read what it says in marked lines; docs/exerciser.md describes them.
 */
package org.bulkhead.servers.exerciser;
