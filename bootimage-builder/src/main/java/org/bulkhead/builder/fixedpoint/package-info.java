/** Class files for the question whether the compiler in the image is the compiler of the host, and the host's answers. */
package org.bulkhead.builder.fixedpoint;
