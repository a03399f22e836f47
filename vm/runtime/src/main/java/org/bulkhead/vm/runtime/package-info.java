/**
 * What compiled Java code needs while it runs, itself written in Java.
 *
 * <p>{@link org.bulkhead.vm.runtime.RuntimeCalls} is the door: compiled code calls its methods by name to allocate, to check types, to throw, to lock and to initialise classes; hardware faults
 * arrive there too. Behind it, one package per concept:
 * <ul>
 * <li>{@code layout}: where everything lies, shared with compiler and builder;
 * <li>{@code types}: hubs, type checks, class initialisation;
 * <li>{@code memory}: allocation, the copying collector, identity hashes;
 * <li>{@code exceptions}: the code table, unwinding, stack traces, faults;
 * <li>{@code monitor}: locks;
 * <li>{@code platform}: the few things that only Linux or the nucleus can do;
 * <li>{@code substitute}: where the class library differs from the JDK's own.
 * </ul>
 * Everything here runs inside the image that it serves, so it keeps to the rules of {@link org.bulkhead.vm.magic}; what does not need a real stack or a real heap also runs under JUnit on simulated memory.
 */
package org.bulkhead.vm.runtime;
