/** A program that compiles class files with the compiler in the image and says what came out, to be compared with what came out on the host. */
package org.bulkhead.servers.loader.fixedpoint;
