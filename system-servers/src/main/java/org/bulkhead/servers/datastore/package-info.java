/**
 * The datastore: names, news of them, and private states, all in memory that outlives it.
 *
 * <p>{@link org.bulkhead.servers.datastore.Datastore} is the isolate and serves the protocol; {@link org.bulkhead.servers.datastore.Names}, {@link org.bulkhead.servers.datastore.Subscriptions} and
 * {@link org.bulkhead.servers.datastore.States} are its three parts. What they know they keep as {@link org.bulkhead.servers.datastore.Entry entries} of the
 * {@link org.bulkhead.servers.datastore.EntryStore}, which finds them again after a death at any instruction.
 */
package org.bulkhead.servers.datastore;
