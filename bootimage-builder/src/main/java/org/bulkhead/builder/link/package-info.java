/** What only the build host links: the nucleus around its assembly code ({@link org.bulkhead.builder.link.NucleusWorld}), and executables for Linux ({@link org.bulkhead.builder.link.ElfFile}). */
package org.bulkhead.builder.link;
