/**
 * Where class files come from: directories and jars, the {@code java.base} of the JDK that builds the image, and memory.
 *
 * <p>Sources are put together with {@link org.bulkhead.vm.compiler.source.ChainedSource}; the first that has a class wins. A {@link org.bulkhead.vm.compiler.source.ListingSource} can also
 * say which classes a package has, which the builder needs to find the substitutions.
 */
package org.bulkhead.vm.compiler.source;
