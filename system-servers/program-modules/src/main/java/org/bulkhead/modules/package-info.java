/**
 * How a jar with a program becomes a module: what makes it is the same on the host, where {@code bulkhead} does it, and in the running system, where the loader does.
 *
 * <pre>
 * jar ──► Archive ──► ProgramJar: one class with a manifest ──► ModuleMaking: compiles and links against the image ──► SealedModule
 * </pre>
 */
package org.bulkhead.modules;
