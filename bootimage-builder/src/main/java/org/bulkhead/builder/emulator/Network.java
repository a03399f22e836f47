package org.bulkhead.builder.emulator;

/** What a machine is connected to. */
public enum Network {
    /** It has no network card. */
    NONE,
    /** It has an NE2000 card on the PCI bus, connected to a network that the emulator itself makes up: a gateway at 10.0.2.2, which answers pings, and a DHCP server. */
    USER
}
