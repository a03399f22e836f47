/**
 * The loader: makes programs of jars on the system volume while the system runs, by the compiler and the linker that made the image.
 *
 * <p>{@link org.bulkhead.servers.loader.LoaderService} is what it does; the isolate around it is {@link org.bulkhead.servers.loader.LoaderServer}. What it needs of others stands behind interfaces: the volume
 * ({@code Files}), the class files and the model of the image ({@link org.bulkhead.servers.loader.Compiling}), the nucleus's modules ({@link org.bulkhead.servers.loader.Mapping}), the supervisor ({@code Supervision}).
 */
package org.bulkhead.servers.loader;
