/**
 * The PCI bus: finds what is on it, tells the supervisor, which hands the functions out, and lets each driver see the configuration registers of its own function.
 *
 * <p>{@link org.bulkhead.drivers.pci.PciServer} is the isolate, {@link org.bulkhead.drivers.pci.Enumeration} looks for functions and sizes their base address registers, and
 * {@link org.bulkhead.drivers.pci.ConfigurationSpace} is the way to their registers.
 */
package org.bulkhead.drivers.pci;
