/**
 * Whether the compiler is the same wherever it runs: on HotSpot, as a Linux program, in an isolate.
 *
 * <p>A {@link org.bulkhead.vm.compiler.check.ClassArchive} holds class files and says which of them are compiled. {@link org.bulkhead.vm.compiler.check.ArchiveCompiler} compiles every method of those and makes a
 * {@link org.bulkhead.vm.compiler.check.MethodDigest} of each: equal digests, equal machine code and tables.
 */
package org.bulkhead.vm.compiler.check;
