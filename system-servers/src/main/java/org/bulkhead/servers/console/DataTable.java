package org.bulkhead.servers.console;

import java.util.HexFormat;
import java.util.Optional;
import org.bulkhead.isolate.protocol.DataStore;
import org.bulkhead.isolate.protocol.DataStoreException;
import org.bulkhead.isolate.store.Directory;
import org.bulkhead.isolate.store.PublishedValue;

/** What is published in the datastore, as a table. */
final class DataTable {
    private static final HexFormat HEX = HexFormat.of();
    /** Most bytes of a value that are shown. */
    private static final int SHOWN = 20;
    private static final String EVERYTHING = "**";

    private DataTable() {}

    /** Returns the names that match a pattern, all if it is empty. */
    static Table of(Directory directory, String pattern) throws DataStoreException {
        Table table = new Table("name", "owner", "type", "value");
        String wanted = pattern.isEmpty() ? EVERYTHING : pattern;
        if (wanted.length() > DataStore.NAME_LIMIT) {
            throw new DataStoreException("a pattern has at most " + DataStore.NAME_LIMIT + " characters, this has " + wanted.length() + ": use * for some of them");
        }
        int index = 0;
        for (Optional<PublishedValue> each = directory.list(wanted, index); each.isPresent(); each = directory.list(wanted, ++index)) {
            PublishedValue value = each.get();
            table.row(value.name(), value.owner(), value.type(), text(value));
        }
        return table;
    }

    private static String text(PublishedValue value) {
        return switch (value.type()) {
            case LONG -> Long.toString(value.number());
            case STRING -> value.text();
            case BYTES -> HEX.formatHex(value.bytes(), 0, Math.min(SHOWN, value.bytes().length)) + (value.bytes().length > SHOWN ? "..." : "");
        };
    }
}
