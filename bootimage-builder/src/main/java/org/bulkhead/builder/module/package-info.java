/** Sealed modules made on the host, for images into which programs can be installed. */
package org.bulkhead.builder.module;
