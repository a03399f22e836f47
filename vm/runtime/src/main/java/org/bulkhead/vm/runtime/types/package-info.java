/**
 * Types at run time: reading hubs, deciding subtype questions, initialising classes.
 *
 * <p>A type's <em>hub</em> ({@link org.bulkhead.vm.runtime.layout.HubLayout}) is raw read-only memory, so all code here takes hubs as addresses and never allocates,
 * except for class initialisation, which runs Java code by nature. A subtype test against a class is one load from the display of superclasses; against an interface a search of a short list.
 */
package org.bulkhead.vm.runtime.types;
