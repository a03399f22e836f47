package org.bulkhead.isolate.protocol;

import org.bulkhead.nucleus.abi.IsolateRecord;

/**
 * A published name.
 *
 * @param name the name
 * @param owner name of the component that has published it
 * @param type what the value is
 * @param length bytes of the value
 */
public record DataEntry(@MaxLength(DataStore.NAME_LIMIT) String name, @MaxLength(IsolateRecord.NAME_SIZE) String owner, ValueType type, int length) {}
