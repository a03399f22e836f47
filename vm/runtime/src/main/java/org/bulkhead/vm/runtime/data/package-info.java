/**
 * Files of the JDK that parts of {@code java.base} read, as data of a program.
 *
 * <p>An image has no files of its own. So each such file is a class here whose {@code parts} has the file as string literals, a character for each byte. The class files here are only what the
 * substitutions are compiled against: those with the data are made from the JDK at hand ({@code org.bulkhead.vm.compiler.source.JdkDataSource}) and come before them. What a program does not
 * reach is not in it.
 */
package org.bulkhead.vm.runtime.data;
