package org.bulkhead.servers.crashloop;

/** Whom the killer can kill. */
enum Victim {
    DISK("ata0"), NETWORK("ne0");

    /** Name of the component. */
    final String component;

    Victim(String component) {
        this.component = component;
    }
}
