/**
 * What isolates keep: in the datastore {@link org.bulkhead.isolate.store.PrivateState}, which a component gets back after its death, and names that everybody can read, in a
 * {@link org.bulkhead.isolate.store.Directory}; on the system volume files, by {@link org.bulkhead.isolate.store.FileStore}.
 */
package org.bulkhead.isolate.store;
