/** Jars from Maven Central, as they are, in programs on Linux. */
package org.bulkhead.builder.jars;
