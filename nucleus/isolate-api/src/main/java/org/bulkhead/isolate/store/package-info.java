/**
 * What isolates keep in the datastore: {@link org.bulkhead.isolate.store.PrivateState}, which a component gets back after its death, and names that everybody can read, in a
 * {@link org.bulkhead.isolate.store.Directory}.
 */
package org.bulkhead.isolate.store;
